import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../bin/topodiff-review.mjs', import.meta.url));

type Environment = Readonly<Record<string, string>>;

/** How a command of the service ended. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs the built service to its end. */
export async function runService(args: readonly string[], environment: Environment): Promise<Outcome> {
  const child = start(args, environment, 'pipe');
  const [stdout, stderr, [exitCode]] = await Promise.all([
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { stdout, stderr, exitCode };
}

/** A service that answers. */
export interface RunningService {
  readonly url: string;
  /** Asks it to stop, and waits for its exit code. */
  readonly stop: () => Promise<number>;
  /** `kill -9`: it has no chance to put anything in order. */
  readonly kill: () => Promise<void>;
}

/** Starts the built service on a free port. */
export async function startService(environment: Environment): Promise<RunningService> {
  const child = start([], { TOPODIFF_PORT: '0', ...environment }, 'ipc');
  const ended = once(child, 'exit') as Promise<[number]>;
  const [message] = (await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => Promise.reject(new Error(`the service exited ${code}`))),
  ])) as [{ readonly url: string }];
  return {
    url: message.url,
    stop: async () => {
      child.kill('SIGTERM');
      const [exitCode] = await ended;
      return exitCode;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function start(args: readonly string[], environment: Environment, last: 'pipe' | 'ipc'): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: last === 'ipc' ? ['ignore', 'ignore', 'inherit', 'ipc'] : ['ignore', 'pipe', 'pipe'],
  });
}
