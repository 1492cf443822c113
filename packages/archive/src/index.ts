export * from './manifest-path.ts';
export * from './model-archive.ts';
export * from './read-model-archive.ts';
