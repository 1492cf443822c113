import type { HostProfile } from '@topodiff/topology';
import { judgeIgnores } from './policy/accept-finding.ts';
import { ignoreNotices } from './policy/ignore-notices.ts';
import type { ReviewContext } from './review-context.ts';
import { nameModel } from './name-model.ts';
import type { SideReview } from './read-side.ts';
import type { ReportNotice } from './report.ts';
import type { ModelInput, ReviewInput } from './review-input.ts';

interface Sides {
  readonly base: SideReview | null;
  readonly head: SideReview | null;
  /** The texts differ too much to be shown line by line. */
  readonly isTextOmitted: boolean;
}

/** What a reader must know about one model's part of the report: what was left out, and what was assumed. */
export function listModelNotices(
  model: ModelInput,
  { hosts, input }: ReviewContext,
  sides: Sides,
): readonly ReportNotice[] {
  const { path } = model;
  return [
    ...unreadableBase(model, sides.base).map((detail) =>
      notice('base-not-read', 'warning', `What changes in ${path} is unknown: at base, ${detail}.`, path),
    ),
    ...(sides.isTextOmitted
      ? [
          notice(
            'text-diff-omitted',
            'info',
            `The lines that differ in ${path} are too many to be shown.`,
            path,
          ),
        ]
      : []),
    ...(sides.head?.shortened ?? []).map((message) =>
      notice('findings-shortened', 'warning', `${path}: ${message}`, path),
    ),
    ...[sides.head, sides.base]
      .flatMap(countHiddenWorkers)
      .slice(0, 1)
      .map((message) => notice('launch-shortened', 'info', `${path}: ${message}`, path)),
    // An archive says the name itself.
    ...(!model.archives && isNamed(hosts.hostOf(path, 'head'), nameModel(path))
      ? [
          notice(
            'model-name-assumed',
            'info',
            `${path} is taken for the model ${nameModel(path)} of config.properties, because its folder has that name.`,
            path,
          ),
        ]
      : []),
    ...listIgnoreNotices(path, input, sides),
  ];
}

/** The comments by which the file itself accepts findings. */
function listIgnoreNotices(
  path: string,
  { today, comparison }: ReviewInput,
  { base, head }: Sides,
): readonly ReportNotice[] {
  if (head === null) return [];
  const ignores = judgeIgnores({
    today,
    head: head.configuration?.document ?? null,
    base: base?.configuration?.document ?? null,
    isComparison: comparison !== undefined,
  });
  if (ignores === null) return [];
  return ignoreNotices(path, ignores, { listed: head.findings, isComplete: head.shortened.length === 0 });
}

function notice(
  code: string,
  severity: ReportNotice['severity'],
  message: string,
  path: string,
): ReportNotice {
  return { code, severity, message, path };
}

function unreadableBase(model: ModelInput, base: SideReview | null): readonly string[] {
  if (base?.configuration !== null) return [];
  return [model.base?.kind === 'unreadable' ? model.base.detail : 'it could not be reviewed'];
}

function countHiddenWorkers(side: SideReview | null): readonly string[] {
  if (side?.configuration === null || side === null) return [];
  const { launch, topology } = side.configuration;
  const { workers, unlistedWorkers } = launch;
  if (unlistedWorkers > 0) {
    return [`${workers.length} of ${workers.length + unlistedWorkers} workers are listed.`];
  }
  const ranks = workers.reduce((sum, { processCount }) => sum + processCount, 0);
  const listed = topology.workers.reduce((sum, worker) => sum + worker.ranks.length, 0);
  return listed < ranks ? [`${listed} of ${ranks} ranks are listed.`] : [];
}

/** The name, which TorchServe takes from the archive and we from the folder, selects settings. */
function isNamed({ configProperties }: HostProfile, name: string): boolean {
  return configProperties?.models.some(({ modelName }) => modelName === name) ?? false;
}
