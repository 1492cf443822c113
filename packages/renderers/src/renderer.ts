import type { Report } from '@topodiff/report';

/** Turns a report into text. Pure: no input or output, no clock, no environment, no colour detection. */
export interface Renderer<Options> {
  /** A stable name: goldens, logs and the choice of a format go by it. */
  readonly id: string;
  readonly mediaType: string;
  /** The whole text, with a final newline; empty when there is nothing to say. */
  render(report: Report, options: Options): string;
}
