import { exitCodes } from './exit-codes.ts';
import { largestFileBytes } from './largest-file-bytes.ts';
import { readAtMost } from './read-at-most.ts';
import { UserError } from './user-error.ts';

/** Where a command reads and writes; tests give one of their own. */
export interface Terminal {
  /** Data: what the command was asked for. */
  writeOut(text: string): void;
  /** Talk: notes and errors. */
  writeError(text: string): void;
  /** All of standard input; of an endless one, somewhat more than a model-config can have. */
  readInput(): Promise<Uint8Array>;
  /** @throws UserError when somebody removed it. */
  readonly workingDirectory: string;
  /** Colour is wanted on stdout: a terminal, and NO_COLOR is not set. */
  readonly hasColor: boolean;
  /** Columns of the terminal, or 100 when stdout is none. */
  readonly width: number;
}

/** The process's own streams. */
export function processTerminal(): Terminal {
  const { stdout, env } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) closes the pipe: that is no error, and the exit code stays what it is.
    if (error.code === 'EPIPE') return;
    process.stderr.write(`topodiff: cannot write the output: ${error.code ?? error.message}\n`);
    process.exit(exitCodes.usage);
  });
  return {
    writeOut: (text) => void stdout.write(text),
    // Node makes a stream on first use, and each costs milliseconds of the start: stderr and stdin wait for theirs.
    writeError: (text) => {
      if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => undefined); // there is nowhere left to say it
      process.stderr.write(text);
    },
    readInput: () => readAtMost(process.stdin, largestFileBytes),
    get workingDirectory() {
      try {
        return process.cwd();
      } catch {
        throw new UserError('the current directory does not exist any more; change to another one');
      }
    },
    hasColor: wantsColor(env, stdout.isTTY),
    width: stdout.columns > 0 ? stdout.columns : 100,
  };
}

/** NO_COLOR (any non-empty value) wins over everything; FORCE_COLOR turns colour on without a terminal. */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '') return env['FORCE_COLOR'] !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
}
