import type { HostProfile } from '@topodiff/topology';
import type { ReportModel, ReportModelSide } from '../report.ts';
import { sha256 } from '../sha256.ts';

/** Digits of a fingerprint: 64 bits, so that nobody finds a second change with the same one. */
const digits = 16;

/**
 * What an approval is bound to: repository, model (by its path at base, so that a rename keeps it), what changes in which
 * settings, the effective topology on both sides, and the host. No text of a message, no line, no commit: a rebase, a
 * rename and a reword keep it, another model and another effect do not.
 */
export function approvalFingerprint(
  model: Pick<ReportModel, 'path' | 'previousPath' | 'base' | 'head' | 'changes'>,
  host: HostProfile,
  repositoryId: string,
): string {
  const changes = model.changes
    .filter(({ id }) => id !== 'config-file-renamed')
    .map(({ id, head, base }) => [id, (head ?? base)?.configPath ?? ''])
    .map((change) => change.join(' '))
    .sort();
  const { gpus, cpuCores, entry, torchserveVersion } = host;
  return sha256(
    JSON.stringify([
      repositoryId,
      model.previousPath ?? model.path,
      changes,
      identify(model.base),
      identify(model.head),
      [gpus, cpuCores, entry, torchserveVersion],
    ]),
  ).slice(0, digits);
}

function identify(side: ReportModelSide | null) {
  if (side === null) return null;
  const { label, effective, willStart, framework, split, workers } = side.topology;
  // What nobody could read has no effect to be told by; other content is another change.
  if (side.outcome === 'unreadable') return ['unreadable', side.sha];
  return [
    label,
    [effective.kind, effective.workers, effective.gpusPerWorker, effective.gpus],
    willStart,
    framework,
    [split.stages, split.shards],
    workers.map(({ launcher, devices }) => [launcher, devices]),
  ];
}
