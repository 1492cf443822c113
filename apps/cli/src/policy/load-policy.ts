import type { Options } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { findPolicyFile } from './find-policy-file.ts';
import { noPolicy, type PolicyParts } from './policy-parts.ts';

/**
 * The policy of the working tree that the command line goes by: the one that it names, or the nearest.
 *
 * @throws UserError when it cannot be read, or has a mistake.
 */
export async function loadPolicy(options: Options, terminal: Terminal): Promise<PolicyParts> {
  if (!options.wantsPolicy) return noPolicy;
  const file = options.policyFile ?? findPolicyFile(terminal.workingDirectory);
  if (file === null) return noPolicy;
  // Only a run with a policy needs the rest.
  const { loadPolicyFile } = await import('./load-policy-file.ts');
  return loadPolicyFile(file, terminal);
}
