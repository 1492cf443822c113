import type { CaseResult } from './case-result.ts';

/** One line for each field of a case that differs: the case, the field, TorchServe's value and ours as JSON. */
export function formatMismatches({ caseName, mismatches }: CaseResult): readonly string[] {
  return mismatches.map(
    ({ field, theirs, ours }) =>
      `${caseName}: ${field}: theirs ${JSON.stringify(theirs)}, ours ${JSON.stringify(ours)}`,
  );
}
