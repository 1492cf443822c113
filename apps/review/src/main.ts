import { parseArgs } from 'node:util';
import { assembly } from './assembly.ts';
import { createLogger } from './log.ts';
import { readConfiguration, type ConfigurationOutcome } from './read-configuration.ts';
import { serve } from './serve.ts';
import { serviceVersion } from './service-version.ts';
import { StartError } from './start-error.ts';

const usage = `topodiff-review: the review dashboard of topodiff.

Usage: topodiff-review               serve; settings come from the environment
       topodiff-review backup FILE   write everything that the store has to a file
       topodiff-review restore FILE  put a backup into an empty store
       topodiff-review --version

docs/review.md lists the settings.
`;

const now = (): Date => new Date();

/** Exit codes: 0 done, 1 failed while running, 2 a mistake in the arguments or settings. */
async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.help) return say(usage);
  if (values.version) return say(`${serviceVersion}\n`);
  const [command, file, ...rest] = positionals;
  const outcome = readConfiguration(process.env);
  if (command === undefined) return serve(usableOrThrow(outcome), { assembly, now });
  if ((command !== 'backup' && command !== 'restore') || file === undefined || rest.length > 0) {
    throw new StartError('give backup FILE, restore FILE or nothing; see topodiff-review --help');
  }
  const { databaseUrl, dataFolder, logLevel } = usableOrThrow(outcome).configuration;
  const work = command === 'backup' ? assembly.backupStore : assembly.restoreStore;
  const logger = createLogger(logLevel);
  const onNotice = (notice: string): void => logger.warn(notice);
  const rows = await work({ databaseUrl, dataFolder, now, onNotice }, file);
  logger.info({ file, rows }, command === 'backup' ? 'backed up' : 'restored');
  return 0;
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch {
    throw new StartError('there is no such option; see topodiff-review --help');
  }
}

function usableOrThrow(outcome: ConfigurationOutcome): Extract<ConfigurationOutcome, { kind: 'usable' }> {
  if (outcome.kind === 'usable') return outcome;
  throw new StartError(outcome.mistakes.join('\n'));
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  for (const line of error.message.split('\n')) process.stderr.write(`topodiff-review: ${line}\n`);
  process.exitCode = 2;
}
