import { describePolicy } from '../policy/describe-policy.ts';
import { findPolicyFile } from '../policy/find-policy-file.ts';
import { loadPolicyFile } from '../policy/load-policy-file.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Options } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { terminalStyles } from '../terminal-styles.ts';
import { today } from '../today.ts';
import { UserError } from '../user-error.ts';

/** `topodiff policy [FILE]`: checks a policy, and shows what it lays down. */
export async function policy(options: Options, terminal: Terminal): Promise<ExitCode> {
  if (options.paths.length > 1) throw new UserError('policy takes one file at most');
  const [named] = options.paths;
  if (named === '-') throw new UserError('policy reads a file: the paths in it begin at its folder');
  const file = named ?? findPolicyFile(terminal.workingDirectory);
  if (file === null) {
    throw new UserError(
      'there is no .topodiff.yaml here or above, up to the top of the git repository; name the file',
    );
  }
  const { input, notices } = await loadPolicyFile(file, terminal);
  if (input.policy === undefined) return exitCodes.clean; // a file that was read is a policy
  const { escapeTerminal } = await import('@topodiff/renderers');
  const summary = describePolicy(input.policy, {
    today: today(),
    styles: terminalStyles(terminal.hasColor),
    escape: escapeTerminal,
  });
  terminal.writeOut(`${summary.join('\n')}\n`);
  for (const { severity, message } of notices) {
    terminal.writeError(`topodiff: ${severity}: ${escapeTerminal(message)}\n`);
  }
  return exitCodes.clean;
}
