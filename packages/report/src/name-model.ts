/**
 * The name under which a model is assumed to be in the server: that of the folder that holds its configuration, else
 * that of the file. TorchServe takes it from the archive, which a repository does not hold.
 */
export function nameModel(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  const folder = segments.at(-2);
  return folder ?? (segments.at(-1) ?? 'model').replace(/\.ya?ml$/i, '');
}
