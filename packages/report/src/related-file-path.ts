/**
 * The repository path of a file that a model-config names: relative to the configuration's own folder, which becomes the
 * model's directory. Null when the path leaves the repository or is absolute: nothing in the repository is then meant.
 */
export function relatedFilePath(modelPath: string, written: string): string | null {
  if (written.startsWith('/')) return null;
  const segments = modelPath.split('/').slice(0, -1);
  for (const segment of written.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.length === 0 ? null : segments.join('/');
}
