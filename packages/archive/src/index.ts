export * from './manifest-path.ts';
export type { ArchiveLimits } from './members.ts';
export * from './model-archive.ts';
export * from './read-model-archive.ts';
