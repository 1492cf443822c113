export type * from './report.ts';
export type * from './review-input.ts';
export * from './default-model-config-patterns.ts';
