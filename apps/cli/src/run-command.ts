import { describeCommand, describeProgram } from './help.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { parseOptions, type Options } from './options.ts';
import type { Terminal } from './terminal.ts';
import { UserError } from './user-error.ts';
import { toolVersion } from './tool-version.ts';

/** Runs one command with options that are checked each by itself. Throws UserError for what a user has to mend. */
type Command = (options: Options, terminal: Terminal) => Promise<ExitCode>;

/** Commands load on use, so that each starts with no more than it needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  fix: async () => (await import('./commands/fix.ts')).fix,
  diff: async () => (await import('./commands/diff.ts')).diff,
  plan: async () => (await import('./commands/plan.ts')).plan,
  effective: async () => (await import('./commands/effective.ts')).effective,
  policy: async () => (await import('./commands/policy.ts')).policy,
  review: async () => (await import('./commands/review.ts')).review,
  rules: async () => (await import('./commands/rules.ts')).rules,
};

/**
 * Runs one command line and returns its exit code. A user's mistake is one line on stderr, with its places below; an error of
 * ours says so, with its stack, and exits 3.
 */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    const options = parseOptions(args);
    if (options.wantsVersion) {
      terminal.writeOut(`${toolVersion}\n`);
      return exitCodes.clean;
    }
    if (options.wantsHelp) {
      terminal.writeOut(options.command === undefined ? describeProgram() : describeCommand(options.command));
      return exitCodes.clean;
    }
    if (options.command === undefined) {
      terminal.writeError(describeProgram());
      return exitCodes.usage;
    }
    const load = Object.hasOwn(commands, options.command) ? commands[options.command] : undefined;
    if (load === undefined) {
      throw new UserError(`there is no command ${JSON.stringify(options.command)}; see topodiff --help`);
    }
    const command = await load();
    return await command(options, terminal);
  } catch (error) {
    if (error instanceof UserError) {
      // Loaded here only: what is wrong may quote a path or git, and neither may steer the terminal.
      const { escapeTerminal } = await import('@topodiff/renderers');
      const lines = [`topodiff: ${escapeTerminal(error.message)}`, ...error.details.map(escapeTerminal)];
      terminal.writeError(`${lines.join('\n')}\n`);
      return exitCodes.usage;
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.writeError(`topodiff: internal error, please report it with the lines below\n${stack}\n`);
    return exitCodes.internal;
  }
}
