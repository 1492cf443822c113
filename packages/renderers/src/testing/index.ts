export * from './replace-texts.ts';
