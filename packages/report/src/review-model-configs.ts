import { decideConclusion } from './decide-conclusion.ts';
import { describeHost } from './describe-host.ts';
import { isModelConfig } from './is-model-config.ts';
import { orderModels } from './order-models.ts';
import { readSharedHost, type SideReview } from './read-side.ts';
import type { Report } from './report.ts';
import { reportFormatVersion } from './report-format-version.ts';
import type { ModelInput, ReviewInput } from './review-input.ts';
import type { ModelReview } from './review-model.ts';
import { reviewModel } from './review-model.ts';
import type { ParseSource } from './parse-source.ts';
import { makeSourceParser } from './parse-source.ts';
import { listNotices } from './list-notices.ts';
import { sumFleet } from './sum-fleet.ts';

/**
 * Reviews model-config files: the only place where the pipeline is put together, for every surface. Equal inputs give
 * equal reports. Nothing in the files makes it throw, and no file hides another: what cannot be read or reviewed is a
 * finding. The time grows with the sum of the texts.
 */
export function reviewModelConfigs(input: ReviewInput): Report {
  const { reviews, skipped, failures } =
    input.sharesHost === true ? reviewTogether(input) : reviewEach(input.models, input, new Map());
  const modelsInLoadOrder = reviews.map(({ model }) => model);
  const models = input.sharesHost === true ? modelsInLoadOrder : orderModels(modelsInLoadOrder, input.failOn);
  const noticesOf = new Map(reviews.map((review) => [review.model, review.notices]));
  const notices = [
    ...listNotices(input),
    ...failures,
    ...models.flatMap((model) => noticesOf.get(model) ?? []),
  ];
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

interface Reviews {
  readonly reviews: readonly ModelReview[];
  readonly skipped: Report['skipped'];
  readonly failures: readonly Report['notices'][number][];
}

/** One model after the other, so that only one is held in memory with all that was worked out of it. */
function reviewEach(
  models: readonly ModelInput[],
  input: ReviewInput,
  shared: ReadonlyMap<ModelInput, SideReview>,
): Reviews {
  const reviews: ModelReview[] = [];
  const skipped: Report['skipped'] = [];
  for (const model of models) {
    const parse = makeSourceParser();
    const reason = reasonToSkip(model, parse);
    if (reason === null) reviews.push(reviewModel(model, input, parse, shared.get(model)));
    else skipped.push({ path: model.path, reason });
  }
  return { reviews, skipped, failures: [] };
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
function reviewTogether(input: ReviewInput): Reviews {
  const { host } = input;
  const present = input.models
    .filter((model) => reasonToSkip(model, makeSourceParser()) === null)
    .flatMap((model) => (model.head === null ? [] : [{ model, source: model.head }]));
  try {
    const sides = readSharedHost(
      present.map(({ model, source }) => ({
        path: model.path,
        source,
        host,
        relatedFiles: model.relatedFiles?.head ?? new Map(),
        archive: model.archives?.head ?? null,
        parse: makeSourceParser(),
      })),
      host,
    );
    const shared = present.flatMap(({ model }, index) =>
      sides[index] === undefined ? [] : [[model, sides[index]] as const],
    );
    return reviewEach(input.models, input, new Map(shared));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `topodiff failed to plan the models together, so each was planned alone: ${reason}`;
    return {
      ...reviewEach(input.models, input, new Map()),
      failures: [{ code: 'internal/plan-crashed', severity: 'error', message, path: null }],
    };
  }
}

function describeComparison(comparison: ReviewInput['comparison']): Report['comparison'] {
  if (comparison === undefined) return null;
  const { base, head } = comparison;
  return {
    base: { name: base.name, sha: base.sha ?? null },
    head: { name: head.name, sha: head.sha ?? null },
  };
}
