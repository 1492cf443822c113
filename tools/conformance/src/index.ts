export type { CaseResult } from './case-result.ts';
export { formatMismatches } from './format-mismatches.ts';
export { compareLaunchCases } from './launch-cases.ts';
export { compareParseCases } from './parse-cases.ts';
