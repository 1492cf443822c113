import type { FailOn } from '../report.ts';

/** Strictest last: what fails on an info fails on everything worse. */
const strictness: readonly FailOn[] = ['never', 'error', 'warning', 'info'];

/** The stricter of the caller's threshold and the policy's; the caller's where the policy has none. */
export function stricterFailOn(given: FailOn, ofPolicy: FailOn | undefined): FailOn {
  if (ofPolicy === undefined) return given;
  return strictness.indexOf(ofPolicy) > strictness.indexOf(given) ? ofPolicy : given;
}
