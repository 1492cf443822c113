import { decideConclusion } from './decide-conclusion.ts';
import { describeHost } from './describe-host.ts';
import { isModelConfig } from './is-model-config.ts';
import { orderModels } from './order-models.ts';
import { readSharedHost, type SideReview } from './read-side.ts';
import type { Report } from './report.ts';
import { reportFormatVersion } from './report-format-version.ts';
import type { ModelInput, ReviewInput } from './review-input.ts';
import { reviewModel } from './review-model.ts';
import { listNotices } from './list-notices.ts';
import { sumFleet } from './sum-fleet.ts';

/**
 * Reviews model-config files: the only place where the pipeline is put together, for every surface. Equal inputs give
 * equal reports. Nothing in the files makes it throw, and no file hides another: what cannot be read or reviewed is a
 * finding. The time grows with the sum of the texts.
 */
export function reviewModelConfigs(input: ReviewInput): Report {
  const { reviewed, skipped } = selectModels(input.models);
  const { shared, failures } = readShared(reviewed, input);
  const reviews = reviewed.map((model) => reviewModel(model, input, shared.get(model)));
  const modelsInLoadOrder = reviews.map(({ model }) => model);
  const models = input.sharesHost === true ? modelsInLoadOrder : orderModels(modelsInLoadOrder, input.failOn);
  const notices = [...listNotices(input), ...failures, ...reviews.flatMap((review) => review.notices)];
  return {
    formatVersion: reportFormatVersion,
    tool: { name: 'topodiff', version: input.toolVersion },
    ...decideConclusion(models, notices, input),
    failOn: input.failOn,
    host: describeHost(input),
    comparison: describeComparison(input.comparison),
    fleet: sumFleet(models, input.comparison !== undefined),
    models,
    skipped: [...(input.skipped ?? []), ...skipped].map(({ path, reason }) => ({ path, reason })),
    notices,
  };
}

const irrelevant = 'neither side has a key of TorchServe or a section that its handlers read';
const absent = 'the file exists on neither side';

function selectModels(models: readonly ModelInput[]) {
  const reviewed: ModelInput[] = [];
  const skipped: { path: string; reason: string }[] = [];
  for (const model of models) {
    if (model.base === null && model.head === null) skipped.push({ path: model.path, reason: absent });
    else if (model.isExplicit || isModelConfig(model)) reviewed.push(model);
    else skipped.push({ path: model.path, reason: irrelevant });
  }
  return { reviewed, skipped };
}

/** The heads as one host loads them together; nothing when each model has a host of its own. */
function readShared(models: readonly ModelInput[], { host, sharesHost }: ReviewInput): SharedHost {
  if (sharesHost !== true) return { shared: new Map(), failures: [] };
  const present = models.flatMap((model) => (model.head === null ? [] : [{ model, source: model.head }]));
  try {
    const sides = readSharedHost(
      present.map(({ model, source }) => ({
        path: model.path,
        source,
        host,
        relatedFiles: model.relatedFiles?.head ?? new Map(),
      })),
      host,
    );
    const shared = present.flatMap(({ model }, index) =>
      sides[index] === undefined ? [] : [[model, sides[index]] as const],
    );
    return { shared: new Map(shared), failures: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `topodiff failed to plan the models together, so each was planned alone: ${reason}`;
    return {
      shared: new Map(),
      failures: [{ code: 'internal/plan-crashed', severity: 'error', message, path: null }],
    };
  }
}

interface SharedHost {
  readonly shared: ReadonlyMap<ModelInput, SideReview>;
  readonly failures: readonly Report['notices'][number][];
}

function describeComparison(comparison: ReviewInput['comparison']): Report['comparison'] {
  if (comparison === undefined) return null;
  const { base, head } = comparison;
  return {
    base: { name: base.name, sha: base.sha ?? null },
    head: { name: head.name, sha: head.sha ?? null },
  };
}
