import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { countUncommitted } from '../dashboard/count-uncommitted.ts';
import { describeBranch } from '../dashboard/describe-branch.ts';
import { findDashboard } from '../dashboard/find-dashboard.ts';
import { startDashboard, type Dashboard } from '../dashboard/start-dashboard.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { gitRepository } from '../git.ts';
import type { Options } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';

/** The pull request that a comparison is shown as. */
const number = 1;

/**
 * `topodiff review --base REF`: shows the comparison in the dashboard on this machine until it is asked to stop. The
 * dashboard runs `topodiff diff` itself, so that it can read git again.
 */
export async function review(options: Options, terminal: Terminal): Promise<ExitCode> {
  const { base, head = 'HEAD' } = options;
  if (base === undefined) throw new UserError('review needs --base REF; see topodiff review --help');
  const folder = resolve(terminal.workingDirectory, options.repo ?? '.');
  if (!(await isFolder(folder))) throw new UserError(`--repo names ${options.repo}, and there is no folder`);
  const programs = findDashboard(process.argv[1] ?? '', process.env);
  const revisions = await gitRepository(folder).resolveRevisions(base, head);
  const { repository, branch, author } = await describeBranch(folder, head, revisions.head);
  const uncommitted = head === 'HEAD' ? await countUncommitted(folder) : 0;
  if (uncommitted > 0) {
    terminal.writeError(
      `topodiff: ${uncommitted === 1 ? '1 file has' : `${uncommitted} files have`} changes that are not committed; commits are compared\n`,
    );
  }
  const asked = stopRequest(); // before there is anything that a signal would leave behind
  const storeFolder = await makeStoreFolder();
  try {
    const dashboard = await startDashboard({
      program: programs.dashboard,
      signal: asked,
      port: options.port,
      storeFolder: join(storeFolder, 'store'),
      review: {
        command: [
          process.execPath,
          programs.topodiff,
          ...diffArguments({ ...options, base, head }, folder, terminal),
        ],
        folder,
        repository,
        number,
        title: branch,
        author,
        baseRef: base,
        headRef: branch,
      },
    });
    const page = `${dashboard.url}/reviews/${repository}/${number}`;
    terminal.writeOut(`${page}\n`);
    return options.isOnce
      ? await lookOnce(dashboard, page)
      : await serveUntilAsked(dashboard, asked, terminal, `${page}?refresh=1`);
  } catch (error) {
    if (asked.aborted) return exitCodes.clean;
    throw error;
  } finally {
    await rm(storeFolder, { recursive: true, force: true });
  }
}

async function makeStoreFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'topodiff-review-'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // it fails with system errors only
    throw new UserError(`cannot make a folder in ${tmpdir()}: ${code ?? 'no reason given'}`);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** The command line of the comparison as a report. It runs in the repository, where files have other relative names. */
function diffArguments(
  options: Options & { readonly base: string; readonly head: string },
  folder: string,
  { workingDirectory }: Terminal,
): readonly string[] {
  const fromFolder = (file: string | undefined): string | undefined =>
    file === undefined ? undefined : relative(folder, resolve(workingDirectory, file));
  const values: Readonly<Record<string, string | undefined>> = {
    base: options.base,
    head: options.head,
    format: 'json',
    gpus: options.gpus === 'unknown' ? undefined : String(options.gpus),
    cpus: options.cpuCores === 'unknown' ? undefined : String(options.cpuCores),
    'visible-devices': options.visibleDevices?.join(','),
    entry: options.entry,
    'config-properties': fromFolder(options.configProperties),
    torchserve: options.torchserveVersion,
    'fail-on': options.failOn,
    policy: fromFolder(options.policyFile),
  };
  return [
    'diff',
    ...Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`])),
    ...(options.wantsPolicy ? [] : ['--no-policy']),
    '--',
    ...options.paths,
  ];
}

async function lookOnce(dashboard: Dashboard, page: string): Promise<ExitCode> {
  const { status } = await fetch(page);
  dashboard.stop();
  await dashboard.ended;
  if (status !== 200) throw new Error(`the dashboard answered ${status}`);
  return exitCodes.clean;
}

/** Aborted when somebody asks the command to stop. */
function stopRequest(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}

async function serveUntilAsked(
  dashboard: Dashboard,
  asked: AbortSignal,
  terminal: Terminal,
  refresh: string,
): Promise<ExitCode> {
  terminal.writeError(`topodiff: serving until Ctrl-C; ${refresh} reads git again\n`);
  asked.addEventListener('abort', () => dashboard.stop());
  if (asked.aborted) dashboard.stop();
  const code = await dashboard.ended;
  if (!asked.aborted && code !== 0)
    throw new UserError('the dashboard has ended by itself; its log is above');
  return exitCodes.clean;
}
