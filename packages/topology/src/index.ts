export type * from './effective-config/effective-config.ts';
export type * from './effective-config/setting.ts';
export * from './host-profile.ts';
export type * from './launch-plan/launch-plan.ts';
export type * from './topology/topology.ts';
