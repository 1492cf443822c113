import { policyPath } from '@topodiff/schema';
import { approvalState } from './approvals/record-approvals.ts';
import { listRequiredApprovals } from './approvals/list-required-approvals.ts';
import { decideConclusion } from './decide-conclusion.ts';
import { describeHost } from './describe-host.ts';
import { findChangedRelatedFiles } from './find-changed-related-files.ts';
import { describeUnused } from './fleet/describe-unused.ts';
import { measureOf, measureUntouched, type ModelMeasure } from './fleet/measure-model.ts';
import { sumFleet } from './fleet/sum-fleet.ts';
import { isModelConfig } from './is-model-config.ts';
import { listNotices } from './list-notices.ts';
import { orderModels } from './order-models.ts';
import type { ParseSource } from './parse-source.ts';
import { makeSourceParser } from './parse-source.ts';
import { describeAffected, policyNotices } from './policy/policy-notices.ts';
import { readSharedHost, type SideReview } from './read-side.ts';
import type { Report, ReportModel, ReportNotice } from './report.ts';
import { reportFormatVersion } from './report-format-version.ts';
import { makeReviewContext, type ReviewContext } from './review-context.ts';
import type { ModelInput, ReviewInput, RevisionInput } from './review-input.ts';
import type { ModelReview } from './review-model.ts';
import { reviewModel } from './review-model.ts';

/**
 * Reviews model-config files: the only place where the pipeline is put together, for every surface. Equal inputs give
 * equal reports. Nothing in the files makes it throw, and no file hides another: what cannot be read or reviewed is a
 * finding. The time grows with the sum of the texts.
 */
export function reviewModelConfigs(input: ReviewInput): Report {
  const { report, measures } = review(input);
  if (input.proposedPolicy === undefined) return report;
  const notices = [
    ...report.notices,
    ...policyNotices(input, describeAffected(measures, measureProposed(input))),
  ];
  return { ...report, notices, ...conclude(report, notices, input) };
}

interface Review {
  readonly report: Report;
  readonly measures: readonly ModelMeasure[];
}

/** What the models come to under the policy that the head would bring. */
function measureProposed({ proposedPolicy, policy: _, ...input }: ReviewInput): readonly ModelMeasure[] {
  if (proposedPolicy === undefined || proposedPolicy.kind === 'invalid') return [];
  const policy =
    proposedPolicy.kind === 'removed'
      ? {}
      : { policy: { applied: proposedPolicy.applied, path: policyPath } };
  return review({ ...input, ...policy }).measures;
}

function review(input: ReviewInput): Review {
  const context = makeReviewContext(input);
  const isComparison = input.comparison !== undefined;
  const { reviews, skipped, failures } =
    input.sharesHost === true ? reviewTogether(context) : reviewEach(input.models, context, new Map());
  const { affected, untouched } = reviewUntouched(context);
  const all = [...reviews, ...affected];
  const inLoadOrder = all.map(({ model }) => model);
  const models = input.sharesHost === true ? inLoadOrder : orderModels(inLoadOrder);
  const noticesOf = new Map(all.map((review) => [review.model, review.notices]));
  const listed = models.map(measureOf);
  const fleet = sumFleet({
    listed,
    untouched,
    policy: context.policy,
    hosts: context.hosts,
    isComparison,
    failOn: context.failOn,
  });
  const notices = [
    ...listNotices(context, models),
    ...failures,
    ...models.flatMap((model) => noticesOf.get(model) ?? []),
    ...describeUnread(untouched),
    ...(untouched === null ? [] : describeUnused([...listed, ...untouched], context.policy, context.hosts)),
  ];
  const ownHost = context.hosts.ownHost('head');
  return {
    measures: [...listed, ...(untouched ?? [])],
    report: {
      formatVersion: reportFormatVersion,
      tool: { name: 'topodiff', version: input.toolVersion },
      ...decideConclusion({ models, notices, budgets: fleet.budgets, failOn: context.failOn, isComparison }),
      failOn: context.failOn,
      policy: describePolicy(input.policy),
      host: describeHost(ownHost, input.configPropertiesPath),
      comparison: describeComparison(input),
      fleet,
      approvals: describeApprovals(context, models),
      models,
      skipped: [...(input.skipped ?? []), ...skipped].map(({ path, reason }) => ({ path, reason })),
      notices,
    },
  };
}

function conclude(
  { models, fleet, failOn }: Report,
  notices: Report['notices'],
  { comparison }: ReviewInput,
): Pick<Report, 'conclusion' | 'reasons'> {
  const isComparison = comparison !== undefined;
  return decideConclusion({ models, notices, budgets: fleet.budgets, failOn, isComparison });
}

interface Reviews {
  readonly reviews: readonly ModelReview[];
  readonly skipped: Report['skipped'];
  readonly failures: readonly ReportNotice[];
}

/** One model after the other, so that only one is held in memory with all that was worked out of it. */
function reviewEach(
  models: readonly ModelInput[],
  context: ReviewContext,
  shared: ReadonlyMap<ModelInput, SideReview>,
): Reviews {
  const reviews: ModelReview[] = [];
  const skipped: Report['skipped'] = [];
  for (const model of models) {
    const parse = makeSourceParser();
    const reason = reasonToSkip(model, parse);
    if (reason === null) reviews.push(reviewModel(model, context, parse, shared.get(model)));
    else skipped.push({ path: model.path, reason });
  }
  return { reviews, skipped, failures: [] };
}

/** Models whose own file stays: reviewed when something else changes for them, measured otherwise. */
function reviewUntouched(context: ReviewContext): {
  readonly affected: readonly ModelReview[];
  readonly untouched: readonly ModelMeasure[] | null;
} {
  const { untouchedModels } = context.input;
  if (untouchedModels === undefined) return { affected: [], untouched: null };
  const affected: ModelReview[] = [];
  const untouched: ModelMeasure[] = [];
  for (const model of untouchedModels) {
    const parse = makeSourceParser();
    if (reasonToSkip(model, parse) !== null) continue;
    if (findChangedRelatedFiles(model, context.hosts).length > 0) {
      const review = reviewModel(model, context, parse);
      if (isAffected(review.model)) {
        affected.push(review);
        continue;
      }
    }
    untouched.push(measureUntouched(model, context.hosts.hostOf(model.path, 'head')));
  }
  return { affected, untouched };
}

function isAffected({ changes, findings, resolvedFindings }: ReportModel): boolean {
  return changes.length > 0 || resolvedFindings.length > 0 || findings.some(({ isInBase }) => !isInBase);
}

function reasonToSkip(model: ModelInput, parse: ParseSource): string | null {
  if (model.base === null && model.head === null) return 'the file exists on neither side';
  if (model.isExplicit || isRelevant(model, parse)) return null;
  return 'neither side has a key of TorchServe or a section that its handlers read';
}

/** A file on which our own parser fails is reviewed, where the failure becomes its finding. */
function isRelevant(model: ModelInput, parse: ParseSource): boolean {
  try {
    return isModelConfig(model, parse);
  } catch {
    return true;
  }
}

/** The heads as one host loads them together. */
function reviewTogether(context: ReviewContext): Reviews {
  const { input, hosts, rules } = context;
  const host = hosts.ownHost('head');
  const present = input.models
    .filter((model) => reasonToSkip(model, makeSourceParser()) === null)
    .flatMap((model) => (model.head === null ? [] : [{ model, source: model.head }]));
  try {
    const sides = readSharedHost(
      present.map(({ model, source }) => ({
        path: model.path,
        source,
        host,
        rules,
        relatedFiles: model.relatedFiles?.head ?? new Map(),
        archive: model.archives?.head ?? null,
        parse: makeSourceParser(),
      })),
      host,
    );
    const shared = present.flatMap(({ model }, index) =>
      sides[index] === undefined ? [] : [[model, sides[index]] as const],
    );
    return reviewEach(input.models, context, new Map(shared));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `topodiff failed to plan the models together, so each was planned alone: ${reason}`;
    return {
      ...reviewEach(input.models, context, new Map()),
      failures: [{ code: 'internal/plan-crashed', severity: 'error', message, path: null }],
    };
  }
}

function describePolicy(policy: ReviewInput['policy']): Report['policy'] {
  if (policy === undefined) return null;
  const { preset, isOnlyNew } = policy.applied.policy;
  return {
    path: policy.path,
    revision: policy.revision === undefined ? null : describeRevision(policy.revision),
    preset,
    isOnlyNew,
  };
}

function describeComparison({ comparison, models }: ReviewInput): Report['comparison'] {
  if (comparison === undefined) return null;
  const { base, head, drift } = comparison;
  return {
    base: describeRevision(base),
    head: describeRevision(head),
    drift:
      drift === undefined
        ? null
        : {
            tip: describeRevision(drift.tip),
            commits: drift.commits,
            models: models.filter(({ baseTip }) => baseTip !== undefined).map(({ path }) => path),
          },
  };
}

function describeRevision({ name, sha }: RevisionInput): { name: string; sha: string | null } {
  return { name, sha: sha ?? null };
}

function describeApprovals(context: ReviewContext, models: readonly ReportModel[]): Report['approvals'] {
  const { policy, input, hosts } = context;
  const approvals = policy?.policy.approvals ?? null;
  if (approvals === null || input.comparison === undefined) return null;
  const drifted = new Map(
    input.models.filter(({ baseTip }) => baseTip !== undefined).map((model) => [model.path, model]),
  );
  const compared = models.flatMap((model) => {
    const drift = drifted.get(model.path);
    if (drift?.baseTip === undefined) return [model];
    // Gone on both sides: somebody else removed it already.
    if (drift.baseTip === null && drift.head === null) return [];
    return [reviewFromTip(drift, drift.baseTip, context)];
  });
  const required = listRequiredApprovals(
    compared,
    approvals.kinds,
    (path) => hosts.hostOf(path, 'head'),
    input.repositoryId ?? '',
  );
  const { permission, users, teams, isAuthorAllowed } = approvals;
  return {
    state: approvalState(required),
    isAdvisory: true,
    rules: { permission, users: [...users], teams: [...teams], isAuthorAllowed },
    required,
    refused: [],
    remarks: input.repositoryId === undefined && required.length > 0 ? [otherFingerprints] : [],
  };
}

const otherFingerprints =
  'The fingerprints are not those of a pull request, which are made with the number of the repository on GitHub: take them from its comment.';

/** What the merge would really change: base has moved on since the head branched off. */
function reviewFromTip(
  model: ModelInput,
  baseTip: NonNullable<ModelInput['baseTip']> | null,
  context: ReviewContext,
): ReportModel {
  return reviewModel({ ...model, base: baseTip }, context, makeSourceParser()).model;
}

const mostNamedFiles = 5;

function describeUnread(untouched: readonly ModelMeasure[] | null): Report['notices'] {
  const unread = (untouched ?? []).filter(({ head }) => head?.isRead === false).map(({ path }) => path);
  if (unread.length === 0) return [];
  const named = unread.slice(0, mostNamedFiles).join(', ');
  const more = unread.length > mostNamedFiles ? ` and ${unread.length - mostNamedFiles} more` : '';
  return [
    {
      code: 'fleet-incomplete',
      severity: 'warning',
      message: `The totals leave out ${unread.length === 1 ? '1 model' : `${unread.length} models`} that could not be read: ${named}${more}.`,
      path: null,
    },
  ];
}
