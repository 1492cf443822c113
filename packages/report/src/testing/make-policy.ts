import type { AppliedPolicy } from '../policy/applied-policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import type { PolicyInput } from '../review-input.ts';

/** The policy of a text that is one, as the base branch holds it. */
export async function makePolicy(text: string): Promise<PolicyInput> {
  return {
    applied: await applyPolicy(text),
    path: '.topodiff.yaml',
    revision: { name: 'main', sha: 'a'.repeat(40) },
  };
}

/**
 * The same without where it was read.
 *
 * @throws Error when the text is no policy: the test is wrong
 */
export async function applyPolicy(text: string): Promise<AppliedPolicy> {
  const outcome = await readPolicy(text);
  if (outcome.kind === 'policy') return outcome.applied;
  throw new Error(outcome.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
}
