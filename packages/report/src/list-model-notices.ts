import type { HostProfile } from '@topodiff/topology';
import { findInlineIgnores } from './policy/inline-ignores.ts';
import type { ReviewContext } from './review-context.ts';
import { nameModel } from './name-model.ts';
import type { SideReview } from './read-side.ts';
import type { Report } from './report.ts';
import type { ModelInput } from './review-input.ts';

type Notice = Report['notices'][number];

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
): readonly Notice[] {
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
    ...ignoreNotices(path, sides, input.comparison !== undefined),
  ];
}

/** Comments that cannot be used, and comments that are new: those lower nothing until they are merged. */
function ignoreNotices(path: string, { base, head }: Sides, isComparison: boolean): readonly Notice[] {
  const document = head?.configuration?.document;
  if (document === undefined) return [];
  const { ignores, problems } = findInlineIgnores(document);
  const known = new Set(
    base?.configuration == null
      ? []
      : findInlineIgnores(base.configuration.document).ignores.map((ignore) => identify(ignore)),
  );
  return [
    ...problems.map(({ message, line, column }) =>
      notice('inline-ignore-invalid', 'warning', `${path}:${line}:${column}: ${message}.`, path),
    ),
    ...ignores
      .filter((ignore) => isComparison && !known.has(identify(ignore)))
      .map(({ ruleIds, reason, line, column }) =>
        notice(
          'inline-ignore-new',
          'info',
          `${path}:${line}:${column}: topodiff-ignore of ${ruleIds.join(', ')} (${reason}) is new in this pull request and lowers nothing until it is merged.`,
          path,
        ),
      ),
  ];
}

function identify({
  ruleIds,
  reason,
  until,
}: {
  readonly ruleIds: readonly string[];
  readonly reason: string;
  readonly until: string | null;
}): string {
  return JSON.stringify([ruleIds, reason, until]);
}

function notice(code: string, severity: Notice['severity'], message: string, path: string): Notice {
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
