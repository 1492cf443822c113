import { unknownHost } from '@topodiff/topology';
import type { Report, ReportModel } from '../report.ts';
import { reviewModelConfigs } from '../review-model-configs.ts';
import type { ModelInput, ReviewInput, SourceText } from '../review-input.ts';

/** A side of a model: a text, what could not be read, or null when the file does not exist. */
export type Side = string | SourceText | null;

/** A model at one path, found by a search, with these two sides. */
export function makeModel(base: Side, head: Side, options: Partial<ModelInput> = {}): ModelInput {
  return {
    path: 'serving/llama/model-config.yaml',
    base: makeSource(base),
    head: makeSource(head),
    isExplicit: false,
    ...options,
  };
}

/** Reviews models as a comparison on a host with 8 GPUs. */
export function reviewModels(models: readonly ModelInput[], options: Partial<ReviewInput> = {}): Report {
  return reviewModelConfigs({
    toolVersion: '0.1.0',
    today: '2026-11-27',
    failOn: 'error',
    host: { ...unknownHost, gpus: 8 },
    comparison: { base: { name: 'main' }, head: { name: 'topic' } },
    models,
    ...options,
  });
}

/** The report of one model, and the model in it. */
export function reviewTexts(
  base: Side,
  head: Side,
  options: Partial<ReviewInput> = {},
): { readonly report: Report; readonly model: ReportModel } {
  const report = reviewModels([makeModel(base, head, { isExplicit: true })], options);
  const [model] = report.models;
  if (model === undefined) throw new Error('The report of one model holds one model');
  return { report, model };
}

function makeSource(side: Side): SourceText | null {
  return typeof side === 'string' ? { kind: 'text', text: side } : side;
}
