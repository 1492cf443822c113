import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The pull request, and the repository that it is read from. */
export interface ExampleReview {
  readonly folder: string;
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly baseRef: string;
  readonly headRef: string;
}

/** A dashboard that answers. */
export interface Dashboard {
  /** The page of the pull request. */
  readonly page: string;
  /** The exit code, when it has ended. */
  readonly ended: Promise<number>;
  stop(): void;
}

/** The dashboard did not start; the message is its own line. */
export class DashboardError extends Error {}

/**
 * Starts the built dashboard in local mode, as `topodiff review` does, on what `topodiff diff` says of a pull request.
 *
 * @param port 0 for any that is free
 * @throws DashboardError when it ends before it serves, with what it said.
 */
export function startDashboard(review: ExampleReview, storeFolder: string, port: number): Promise<Dashboard> {
  const { folder, repository, number, baseRef, headRef } = review;
  const topodiff = fromRoot('apps/cli/bin/topodiff.cjs');
  const command = [
    process.execPath,
    topodiff,
    'diff',
    `--base=${baseRef}`,
    `--head=${headRef}`,
    '--format=json',
  ];
  const child = spawn(process.execPath, [fromRoot('apps/review/dist/main.js')], {
    stdio: ['ignore', 2, 'pipe', 'ipc'],
    env: {
      // Nothing of the shell's own settings: they may be of a service that is in use.
      PATH: process.env['PATH'],
      TOPODIFF_PORT: String(port),
      TOPODIFF_DATA_FOLDER: storeFolder,
      TOPODIFF_LOG_LEVEL: 'warn',
      TOPODIFF_LOCAL_REVIEW: JSON.stringify({ ...review, command, folder }),
    },
  });
  const { stderr } = child;
  if (stderr === null) throw new Error('the dashboard was started without a pipe for its errors');
  const ended = new Promise<number>((settle) => child.on('exit', (code) => settle(code ?? 1)));
  let words = '';
  const listen = (chunk: Buffer): void => void (words += chunk.toString('utf8'));
  stderr.on('data', listen);
  return new Promise((settle, reject) => {
    child.on('error', reject);
    stderr.on('close', () => {
      const [line = ''] = words.trim().split('\n');
      reject(new DashboardError(line.replace(/^topodiff-review: /, '') || 'the dashboard ended at once'));
    });
    child.on('message', (message) => {
      stderr.off('data', listen).pipe(process.stderr);
      const { url } = message as { readonly url: string }; // the service sends this only
      settle({
        page: `${url}/reviews/${repository}/${number}`,
        ended,
        stop: () => {
          if (child.connected) child.disconnect();
        },
      });
    });
  });
}
