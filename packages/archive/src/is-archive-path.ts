/** Where a model archive keeps its manifest; a directory with this file is an unpacked model. */
export const manifestPath = 'MAR-INF/MANIFEST.json';

/** Whether a file's name is that of an archive which TorchServe loads: `.mar` (a zip) or a gzipped tar. */
export function isArchivePath(path: string): boolean {
  return /\.(?:mar|tar\.gz|tgz)$/i.test(path);
}
