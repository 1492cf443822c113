export type * from './report.ts';
export type * from './review-input.ts';
