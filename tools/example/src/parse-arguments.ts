/** How `npm start` ends: after it has printed all, or when it is told to. */
export interface StartOptions {
  readonly staysUp: boolean;
}

/** `--once` and `--serve` say it; else it stays only for somebody who looks at a terminal. Null for anything else. */
export function parseArguments(args: readonly string[], isTerminal: boolean): StartOptions | null {
  const [flag, ...rest] = args;
  if (rest.length > 0) return null;
  switch (flag) {
    case undefined:
      return { staysUp: isTerminal };
    case '--serve':
      return { staysUp: true };
    case '--once':
      return { staysUp: false };
    default:
      return null;
  }
}
