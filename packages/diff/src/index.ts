export * from './change.ts';
export type * from './change-type.ts';
export { changeTypes } from './change-types/registry.ts';
export * from './compare-model-configs.ts';
export type * from './configuration-side.ts';
export * from './describe-blocker.ts';
export * from './text-hunks.ts';
