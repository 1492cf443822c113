import { spawn } from 'node:child_process';
import { UserError } from '../user-error.ts';

/** What a dashboard of this machine shows. */
export interface DashboardOptions {
  readonly program: string;
  readonly port: number;
  /** Its database; made when it is missing. */
  readonly storeFolder: string;
  /** As the service reads it from `TOPODIFF_LOCAL_REVIEW`. */
  readonly review: Readonly<Record<string, unknown>>;
  /** Ends a dashboard that does not answer yet. */
  readonly signal: AbortSignal;
}

/** A dashboard that answers. */
export interface Dashboard {
  readonly url: string;
  /** The exit code, when it has ended. */
  readonly ended: Promise<number>;
  stop(): void;
}

/**
 * Starts the dashboard as a process of its own, which ends with this one.
 *
 * @throws UserError with its own line when it does not start, or when it was told not to.
 */
export function startDashboard({
  program,
  port,
  storeFolder,
  review,
  signal,
}: DashboardOptions): Promise<Dashboard> {
  const child = spawn(process.execPath, [program], {
    // Its log goes where talk goes.
    stdio: ['ignore', 2, 'pipe', 'ipc'],
    env: {
      ...withoutSettings(process.env),
      TOPODIFF_PORT: String(port),
      TOPODIFF_DATA_FOLDER: storeFolder,
      TOPODIFF_LOG_LEVEL: 'warn',
      TOPODIFF_LOCAL_REVIEW: JSON.stringify(review),
    },
  });
  // Not asked to end: it would first finish its start, and what it has made so far goes anyway.
  const abandon = (): void => void child.kill('SIGKILL');
  if (signal.aborted) abandon();
  signal.addEventListener('abort', abandon);
  const ended = new Promise<number>((settle) => child.on('exit', (code) => settle(code ?? 1)));
  const words: Buffer[] = [];
  const { stderr } = child;
  if (stderr === null) throw new Error('the process was started without a pipe for its errors');
  const listen = (chunk: Buffer) => words.push(chunk);
  stderr.on('data', listen);
  return new Promise((settle, reject) => {
    child.on('error', reject);
    // Not `exit`: then the last words may not have arrived.
    stderr.on('close', () => reject(new UserError(firstLine(Buffer.concat(words).toString('utf8')))));
    child.on('message', (message) => {
      signal.removeEventListener('abort', abandon);
      stderr.off('data', listen).pipe(process.stderr);
      const { url } = message as { readonly url: string }; // the service sends this only
      settle({
        url,
        ended,
        stop: () => {
          if (child.connected) child.disconnect();
        },
      });
    });
  });
}

/** A shell may have settings of another service, and its database is not for this. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !name.startsWith('TOPODIFF_') && name !== 'DATABASE_URL' && name !== 'PORT',
    ),
  );
}

function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line === '' ? 'the dashboard ended before it answered' : line.replace(/^topodiff-review: /, '');
}
