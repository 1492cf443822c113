export * from './annotated-yaml.ts';
export * from './hostile-strings.ts';
export * from './yaml.ts';
