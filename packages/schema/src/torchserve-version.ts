/** The releases that read a model-config.yaml, oldest first, and the unreleased master (commit 62c4d6a1f). */
export const torchserveVersions = [
  '0.8.0',
  '0.8.1',
  '0.8.2',
  '0.9.0',
  '0.10.0',
  '0.11.0',
  '0.11.1',
  '0.12.0',
  'master',
] as const;

export type TorchserveVersion = (typeof torchserveVersions)[number];

/** The last release. */
export const defaultTorchserveVersion: TorchserveVersion = '0.12.0';

/** Whether `version` is `since` or newer; master is newer than every release. */
export function isAtLeast(version: TorchserveVersion, since: TorchserveVersion): boolean {
  return torchserveVersions.indexOf(version) >= torchserveVersions.indexOf(since);
}
