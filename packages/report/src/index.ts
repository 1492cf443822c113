export * from './default-model-config-patterns.ts';
export type * from './report.ts';
export type * from './review-input.ts';
export * from './fix-model-config.ts';
export { isModelConfig } from './is-model-config.ts';
export { loadReportSchema } from './load-report-schema.ts';
export { reportFormatVersion } from './report-format-version.ts';
export { reviewModelConfigs } from './review-model-configs.ts';
