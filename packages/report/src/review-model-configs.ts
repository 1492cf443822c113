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
  const shared = input.sharesHost === true ? readShared(reviewed, input) : new Map<ModelInput, SideReview>();
  const modelsInLoadOrder = reviewed.map((model) => reviewModel(model, input, shared.get(model)));
  const models = input.sharesHost === true ? modelsInLoadOrder : orderModels(modelsInLoadOrder);
  const notices = listNotices(input);
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

function selectModels(models: readonly ModelInput[]) {
  const isReviewed = (model: ModelInput): boolean => model.isExplicit || isModelConfig(model);
  const reviewed = models.filter(isReviewed);
  const kept = new Set(reviewed);
  const skipped = models
    .filter((model) => !kept.has(model))
    .map(({ path }) => ({ path, reason: irrelevant }));
  return { reviewed, skipped };
}

function readShared(
  models: readonly ModelInput[],
  { host }: ReviewInput,
): ReadonlyMap<ModelInput, SideReview> {
  const present = models.flatMap((model) => (model.head === null ? [] : [{ model, source: model.head }]));
  const sides = readSharedHost(
    present.map(({ model, source }) => ({
      path: model.path,
      source,
      host,
      relatedFiles: model.relatedFiles?.head ?? new Map(),
    })),
    host,
  );
  return new Map(
    present.flatMap(({ model }, index) => (sides[index] === undefined ? [] : [[model, sides[index]]])),
  );
}

function describeComparison(comparison: ReviewInput['comparison']): Report['comparison'] {
  if (comparison === undefined) return null;
  const { base, head } = comparison;
  return {
    base: { name: base.name, sha: base.sha ?? null },
    head: { name: head.name, sha: head.sha ?? null },
  };
}
