import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { fixFiles, fixInput } from '../fix-files.ts';
import { loadHost } from '../load-host.ts';
import type { Options } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';

/** `topodiff fix PATH…`: makes the safe fixes in the files; `fix -` reads standard input and prints the fixed text. */
export async function fix(options: Options, terminal: Terminal): Promise<ExitCode> {
  if (options.paths.length === 0) {
    throw new UserError('fix needs a file or a directory, for example: topodiff fix model-config.yaml');
  }
  const host = await loadHost(options, terminal);
  if (options.paths.includes('-')) {
    if (options.paths.length > 1) throw new UserError('- (standard input) stands alone with fix');
    await fixInput(options, host, terminal);
    return exitCodes.clean;
  }
  const { hasUnreadablePath } = await fixFiles(options, host, terminal);
  return hasUnreadablePath ? exitCodes.usage : exitCodes.clean;
}
