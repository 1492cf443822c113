import type { Report } from '../report.ts';
import { reviewModelConfigs } from '../review-model-configs.ts';
import { sampleInputs } from './sample-inputs.ts';

/** The reports of all sample inputs, by name: what the real pipeline makes of real texts. */
export function buildSampleReports(): Readonly<Record<string, Report>> {
  return Object.fromEntries(
    Object.entries(sampleInputs).map(([name, input]) => [name, reviewModelConfigs(input)]),
  );
}
