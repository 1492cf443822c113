export type * from './renderer.ts';
