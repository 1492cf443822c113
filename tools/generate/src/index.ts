export * from './compare-generated.ts';
export * from './generated-files.ts';
export * from './generator.ts';
export * from './generators.ts';
