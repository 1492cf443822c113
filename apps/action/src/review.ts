import type { GithubClient, RepositoryView, ReviewRange } from '@topodiff/github';
import { findModelConfigs, loadTextAt, openRepository, type FoundModelConfigs } from '@topodiff/github';
import {
  loadPolicyReader,
  reviewModelConfigs,
  type ModelInput,
  type PolicyOutcome,
  type Report,
  type ReviewInput,
} from '@topodiff/report';
import { buildReviewInput, type PolicyState } from './build-review-input.ts';
import type { Inputs } from './inputs.ts';
import type { ReviewOptions } from './review-options.ts';

/** A review that was done, and what it was done with. */
export interface Review {
  readonly report: Report;
  readonly input: ReviewInput;
  readonly view: RepositoryView;
  readonly found: FoundModelConfigs;
  /** The policy that counts is broken and speaks of approvals: which changes need one is not known. */
  readonly isGateUnknown: boolean;
}

/** A review, or why there is none. */
export type ReviewOutcome =
  | { readonly kind: 'reviewed'; readonly review: Review }
  /** One line each: why there is no review. */
  | { readonly kind: 'failed'; readonly reasons: readonly string[] };

/** Reads two commits of a repository through the API and reviews what they hold, by the policy of the base branch's tip. */
export async function review(
  client: GithubClient,
  range: ReviewRange,
  options: ReviewOptions,
): Promise<ReviewOutcome> {
  const { inputs, decode } = options;
  const opened = await openRepository(client, range, decode);
  if (opened.kind === 'failed') return failed(opened.error.message);
  const { view } = opened;
  const policy = await readPolicies(view, inputs.policyPath);
  const outcome = await findModelConfigs(client, view, {
    patterns: inputs.patterns,
    configPropertiesPaths: listPropertiesPaths(inputs, policy),
  });
  if (outcome.kind === 'failed') return failed(outcome.error.message);
  const { found } = outcome;
  const built = buildReviewInput(options, view, found, policy);
  if (built.kind === 'unusable') return failed(built.reason);
  const input = options.isHeadAlone ? headAlone(built.reviewInput) : built.reviewInput;
  const { isGateUnknown } = policy;
  return {
    kind: 'reviewed',
    review: { report: reviewModelConfigs(input), input, view, found, isGateUnknown },
  };
}

/** The fingerprints of the changes that need an approval, as a review of that commit saw them. */
export function fingerprintsOf({ input }: Review): ReadonlySet<string> {
  // What the base branch has become since is not what the reviewer saw.
  const models = input.models.map(({ baseTip: _, ...model }): ModelInput => model);
  const { approvals } = reviewModelConfigs({ ...input, models });
  return new Set((approvals?.required ?? []).map(({ fingerprint }) => fingerprint));
}

/** All models of the head, nothing compared: what a list of alerts of the whole repository is made of. */
export function reviewHeadAlone({ input }: Review): Report {
  return reviewModelConfigs(headAlone(input));
}

async function readPolicies(
  view: RepositoryView,
  path: string,
): Promise<PolicyState & Pick<Review, 'isGateUnknown'>> {
  const atTip = await loadTextAt(view, view.tip, path);
  const atHead = await loadTextAt(view, view.head, path);
  const atBase = await loadTextAt(view, view.base, path);
  const read = async (source: typeof atTip): Promise<PolicyOutcome | null> => {
    if (source === null) return null;
    const invalid = (message: string): PolicyOutcome => ({
      kind: 'invalid',
      problems: [{ message, line: 1, column: 1 }],
    });
    if (source.kind !== 'text') return invalid(`the file cannot be read: ${source.detail}`);
    // A glob with a replaced character would name other files, or none.
    if (source.hasInvalidUtf8 === true) return invalid('the file is not UTF-8');
    return (await loadPolicyReader())(source.text);
  };
  const textOf = (source: typeof atTip) => (source?.kind === 'text' ? source.text : source);
  const isProposed = textOf(atHead) !== textOf(atTip) && textOf(atHead) !== textOf(atBase);
  const base = await read(atTip);
  return {
    path,
    base,
    isGateUnknown: base?.kind === 'invalid' && (atTip?.kind !== 'text' || atTip.text.includes('approvals')),
    proposed: isProposed ? ((await read(atHead)) ?? { kind: 'removed' }) : null,
  };
}

function listPropertiesPaths({ configPropertiesPath }: Inputs, { base, proposed }: PolicyState): string[] {
  const ofPolicies = [base, proposed].flatMap((outcome) =>
    outcome?.kind === 'policy'
      ? outcome.applied.policy.pools.flatMap(({ configProperties }) => configProperties ?? [])
      : [],
  );
  return [...new Set([...(configPropertiesPath === null ? [] : [configPropertiesPath]), ...ofPolicies])];
}

function headAlone({ comparison: _, untouchedModels, models, ...input }: ReviewInput): ReviewInput {
  const all = [...models, ...(untouchedModels ?? [])].filter(({ head }) => head !== null);
  return {
    ...input,
    models: all.map((model) => ({ ...model, base: null })).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

function failed(reason: string): ReviewOutcome {
  return { kind: 'failed', reasons: [reason] };
}
