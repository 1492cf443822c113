import { escapeHiddenInJson } from '../escape/show-hidden-characters.ts';
import type { Renderer } from '../renderer.ts';
import { orderKeys } from './order-keys.ts';
import { reportKeys } from './report-keys.ts';

/**
 * The report itself, keys in the schema's order whatever order they came in (a database may have reordered them).
 * Characters that act on a terminal are written as JSON escapes, so that printing the text is harmless.
 */
export const json: Renderer<Record<never, never>> = {
  id: 'json',
  mediaType: 'application/json',
  render: (report) => `${escapeHiddenInJson(JSON.stringify(orderKeys(report, reportKeys), null, 2))}\n`,
};
