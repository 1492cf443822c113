export * from './check-rules.ts';
export * from './describe-rule.ts';
export * from './finding.ts';
export * from './presets.ts';
export * from './registry.ts';
export * from './rule.ts';
export * from './select-rules.ts';
export * from './upstream-url.ts';
