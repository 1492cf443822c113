import type { ConfigPath, ModelConfigDocument, SourceRange } from '@topodiff/schema';
import { valueAt } from '@topodiff/schema';
import type { ChangeLocation } from './change.ts';

/**
 * Where a change stands on one side: the value, or the key when the value is a collection; the nearest existing parent
 * when the node is absent there.
 */
export function locate(
  document: ModelConfigDocument,
  path: ConfigPath,
  target?: 'key' | 'value',
  range?: SourceRange,
): ChangeLocation {
  if (range !== undefined) return { path, range, isExactRange: true };
  if (path.length === 0) {
    // A path that no file has resolves to the file's first line.
    return { path, range: document.rangeOf([-1], 'key').range, isExactRange: true };
  }
  const resolved = document.rangeOf(path, target ?? (isCollection(document, path) ? 'key' : 'value'));
  return { path, range: resolved.range, isExactRange: resolved.isExact };
}

function isCollection(document: ModelConfigDocument, path: ConfigPath): boolean {
  return [document.frontend, document.handler].some((reading) => {
    if (reading.outcome !== 'loaded') return false;
    const kind = valueAt(reading.root, path)?.kind;
    return kind === 'map' || kind === 'list' || kind === 'set';
  });
}
