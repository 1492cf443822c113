/** Where a command reads and writes; tests give one of their own. */
export interface Terminal {
  /** Data: what the command was asked for. */
  writeOut(text: string): void;
  /** Talk: notes and errors. */
  writeError(text: string): void;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  readonly workingDirectory: string;
  /** Colour is wanted on stdout: a terminal, and NO_COLOR is not set. */
  readonly hasColor: boolean;
  /** Columns of the terminal, or 100 when stdout is none. */
  readonly width: number;
}

/** The process's own streams. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  // A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    writeOut: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Buffer); // a stream without encoding yields buffers
      return Buffer.concat(chunks);
    },
    workingDirectory: process.cwd(),
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
