import type { Report } from '@topodiff/report';

/**
 * Short names of models: the folder when the file has one of the usual names and the folder holds no second one, the
 * path otherwise. By path.
 */
export function modelNames(report: Report): ReadonlyMap<string, string> {
  const folders = new Map<string, number>();
  for (const { path } of report.models) folders.set(folderOf(path), (folders.get(folderOf(path)) ?? 0) + 1);
  return new Map(
    report.models.map(({ path }) => {
      const folder = folderOf(path);
      const hasUsualName = /\/model[-_]config\.ya?ml$/.test(path);
      return [path, hasUsualName && folder !== '' && folders.get(folder) === 1 ? folder : path];
    }),
  );
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
