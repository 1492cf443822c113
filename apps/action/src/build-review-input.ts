import type { FoundModelConfigs, RepositoryView } from '@topodiff/github';
import {
  defaultModelConfigPatterns,
  endSentence,
  type AppliedPolicy,
  type NoticeInput,
  type PolicyOutcome,
  type ReviewInput,
  type SourceText,
} from '@topodiff/report';
import { parseConfigProperties } from '@topodiff/schema';
import type { HostProfile } from '@topodiff/topology';
import type { ReviewOptions } from './review-options.ts';
import { toolVersion } from './tool-version.ts';

/** The policies of a review: the one that counts, and one that the head would bring. */
export interface PolicyState {
  readonly path: string;
  /** At the live tip of the base branch; null when there is none. */
  readonly base: PolicyOutcome | null;
  /** Null when the head brings no other. */
  readonly proposed: PolicyOutcome | { readonly kind: 'removed' } | null;
}

/** What the review is given, or why it cannot be. */
export type ReviewInputOutcome =
  | { readonly kind: 'review-input'; readonly reviewInput: ReviewInput }
  /** One line: the config.properties that the inputs name cannot be used. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** What the review needs, from the inputs, the policies and what the commits hold. */
export function buildReviewInput(
  { inputs, today, repositoryId }: ReviewOptions,
  view: RepositoryView,
  found: FoundModelConfigs,
  policy: PolicyState,
): ReviewInputOutcome {
  const { gpus, cpuCores, entry, torchserveVersion, configPropertiesPath } = inputs;
  const { range, base, head, tip, commitsBehind } = view;
  const tipRevision = { name: range.baseRef, sha: tip.sha };
  const applied = policy.base?.kind === 'policy' ? policy.base.applied : null;
  const reviewInput: ReviewInput = {
    toolVersion,
    today,
    failOn: inputs.failOn,
    host: { gpus, cpuCores, entry, torchserveVersion },
    comparison: {
      base: { name: range.baseRef, sha: base.sha },
      head: { name: range.headRef, sha: head.sha },
      ...(range.number === null ? {} : { drift: { tip: tipRevision, commits: commitsBehind } }),
    },
    models: found.models,
    ...(found.untouchedModels === null ? {} : { untouchedModels: found.untouchedModels }),
    ...(repositoryId === '' ? {} : { repositoryId }),
    ...(applied === null ? {} : { policy: { applied, path: policy.path, revision: tipRevision } }),
    policyPath: policy.path,
    isPolicyBroken: policy.base?.kind === 'invalid',
    ...(policy.proposed === null ? {} : { proposedPolicy: policy.proposed }),
    configProperties: new Map(
      [...found.configProperties].map(([path, sides]) => [
        path,
        { base: textOf(sides.base), head: textOf(sides.head) },
      ]),
    ),
    notices: [
      ...found.notices,
      ...describeNothingFound(found, inputs.patterns),
      ...describeBrokenPolicy(policy, range.baseRef),
      ...describeProperties(found, configPropertiesPath),
      ...describeUnchecked(found, applied),
    ],
  };
  return configPropertiesPath === null
    ? { kind: 'review-input', reviewInput }
    : addHostProperties(reviewInput, configPropertiesPath, found);
}

/** The config.properties that the inputs name is the host's, on each side as that side has it. */
function addHostProperties(
  reviewInput: ReviewInput,
  path: string,
  { configProperties }: FoundModelConfigs,
): ReviewInputOutcome {
  const { base, head } = configProperties.get(path) ?? { base: null, head: null };
  if (base === null && head === null) {
    return unusable(`input config-properties: ${path} is not in the repository`);
  }
  for (const side of [base, head]) {
    if (side?.kind === 'unreadable') {
      return unusable(`input config-properties: cannot use ${path}: ${side.detail}`);
    }
  }
  return {
    kind: 'review-input',
    reviewInput: {
      ...reviewInput,
      host: withConfigProperties(reviewInput.host, head),
      baseHost: withConfigProperties(reviewInput.host, base),
      configPropertiesPath: path,
      notices: [...(reviewInput.notices ?? []), ...noticeMissingSide(path, base, head)],
    },
  };
}

function unusable(reason: string): ReviewInputOutcome {
  return { kind: 'unusable', reason };
}

function textOf(source: SourceText | null): string | null {
  return source?.kind === 'text' ? source.text : null;
}

function withConfigProperties(host: HostProfile, source: SourceText | null): HostProfile {
  if (source?.kind !== 'text') return host;
  return { ...host, configProperties: parseConfigProperties(source.text) };
}

function noticeMissingSide(
  path: string,
  base: SourceText | null,
  head: SourceText | null,
): readonly NoticeInput[] {
  if (base !== null && head !== null) return [];
  const side = base === null ? 'base' : 'head';
  const message = `The config.properties does not exist at ${side}: that side is read without it.`;
  return [{ code: 'config-properties-on-one-side', severity: 'info', message, path }];
}

/**
 * A glob that names nothing finds no change either, which must not look like a repository where nothing changes. The globs
 * of nobody's choice are no mistake: a workflow that an organization requires runs where no model is, too.
 */
function describeNothingFound(
  { models, untouchedModels }: FoundModelConfigs,
  patterns: readonly string[],
): readonly NoticeInput[] {
  if (untouchedModels === null || models.length + untouchedModels.length > 0) return [];
  const isChosen = patterns.join('\n') !== defaultModelConfigPatterns.join('\n');
  const message = `No file at either commit is one that the input files names, so that nothing was reviewed: ${patterns.join(' ')}. Globs are relative to the root, one per line, and all that a folder holds is folder/**.`;
  return [{ code: 'no-files', severity: isChosen ? 'warning' : 'info', message }];
}

/** A policy that is broken where it counts lays down nothing, and nobody may overlook that. */
function describeBrokenPolicy(
  { base, proposed, path }: PolicyState,
  baseRef: string,
): readonly NoticeInput[] {
  if (base?.kind !== 'invalid') return [];
  return base.problems.map(({ line, column, message }) => ({
    code: 'policy-invalid',
    // What repairs it must be able to pass.
    severity: proposed?.kind === 'policy' ? 'warning' : 'error',
    message: endSentence(
      `The policy of ${baseRef} is broken, so that the defaults hold: ${path}:${line}:${column}: ${message}`,
    ),
    path,
  }));
}

/** What a pool's config.properties lacks: without it the launch of its models is another one. */
function describeProperties(
  { configProperties }: FoundModelConfigs,
  ofInputs: string | null,
): readonly NoticeInput[] {
  return [...configProperties].flatMap(([path, { base, head }]): readonly NoticeInput[] => {
    if (path === ofInputs) return [];
    const faults = [head, base].flatMap((side) => (side?.kind === 'unreadable' ? [side.detail] : []));
    if (faults[0] !== undefined) {
      const message = `The policy names ${path} for its hosts, which cannot be read: ${faults[0]}.`;
      return [{ code: 'config-properties-unreadable', severity: 'error', message, path }];
    }
    if (base === null && head === null) {
      const message = `The policy names ${path} for its hosts, which is not in the repository.`;
      return [{ code: 'config-properties-missing', severity: 'warning', message, path }];
    }
    return noticeMissingSide(path, base, head);
  });
}

/** What of the policy cannot be checked when GitHub does not list all files. */
function describeUnchecked(found: FoundModelConfigs, applied: AppliedPolicy | null): readonly NoticeInput[] {
  if (found.untouchedModels !== null || applied === null) return [];
  return [
    ...(applied.budgets.length > 0 ? [budgetsUnknown] : []),
    ...(applied.policy.approvals === null ? [] : describeUncheckedApprovals(found)),
  ];
}

/** A file that models name may change them while their own files stay: nobody is asked to approve what is not known. */
function describeUncheckedApprovals({ models, patches }: FoundModelConfigs): readonly NoticeInput[] {
  const reviewed = new Set(models.map(({ path }) => path));
  const suspect = [...patches.keys()].find(
    (path) => !reviewed.has(path) && /\.(?:json|properties)$/i.test(path),
  );
  if (suspect === undefined) return [];
  const message = `Which changes need an approval cannot be told: GitHub does not list all files of this repository, and ${suspect} may change models whose own files stay.`;
  return [{ code: 'approvals-not-checked', severity: 'error', message, path: suspect }];
}

const budgetsUnknown: NoticeInput = {
  code: 'budgets-not-checked',
  severity: 'error',
  message:
    'The GPU budgets cannot be checked: GitHub does not list all files of this repository, so that not all models are known.',
};
