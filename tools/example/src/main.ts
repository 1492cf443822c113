import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGitHubStandIn } from '@topodiff/github-stand-in';
import { makeExampleRepository } from './example-repository.ts';
import { parseArguments } from './parse-arguments.ts';
import { printSection } from './print-section.ts';
import { runAction, type ActionRun } from './run-action.ts';
import { checkDashboard, serveDashboard } from './show-dashboard.ts';
import { DashboardError } from './start-dashboard.ts';

/** What the Action fails on purpose for: the example's quoted nproc-per-node is an error. */
const expectedExitCode = 1;

const title = 'Give the large models eight GPUs';
const author = 'ada';

/** Reviews the example as the Action does, prints what came of it, and shows it in the dashboard. */
async function run(folder: string, staysUp: boolean): Promise<void> {
  const serving = join(folder, 'serving');
  makeExampleRepository(serving);
  printRun(...(await reviewByAction(serving, folder)));
  const review = {
    folder: serving,
    repository: 'acme/serving',
    number: 1,
    title,
    author,
    baseRef: 'main',
    headRef: 'wider',
  };
  await (staysUp ? serveDashboard : checkDashboard)(review, join(folder, 'store'));
}

async function reviewByAction(serving: string, folder: string): Promise<[string, ActionRun]> {
  const gitHub = await startGitHubStandIn();
  try {
    const repository = await gitHub.importRepository(serving, 'acme/serving');
    const pullRequest = repository.openPullRequest({ head: 'wider', author, title });
    const token = gitHub.addToken({
      kind: 'actions',
      repository,
      permissions: { contents: 'read', pull_requests: 'write', statuses: 'write' },
    });
    // Without a check run the findings are workflow commands, which can be printed.
    const inputs = { 'github-token': token, 'check-run': 'false' };
    const ran = await runAction(gitHub, pullRequest, inputs, folder);
    const [comment] = pullRequest.comments;
    if (comment === undefined) throw new Error(`the Action wrote no comment; its log:\n${ran.log}`);
    if (ran.exitCode !== expectedExitCode) {
      throw new Error(
        `the Action exited ${ran.exitCode}, and the example is meant to fail with ${expectedExitCode}`,
      );
    }
    return [comment.body, ran];
  } finally {
    await gitHub.close();
  }
}

function printRun(comment: string, ran: ActionRun): void {
  printSection('The comment on the pull request (Markdown)', comment);
  printSection('The log of the step: annotations as workflow commands', ran.log);
  const width = Math.max(...[...ran.outputs.keys()].map((name) => name.length));
  const outputs = [...ran.outputs].map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  printSection('The outputs of the step', outputs.join('\n'));
  printSection(
    'The end',
    `The step exits ${ran.exitCode}: the pull request has findings of severity error, and fail-on is error.\nThe job summary has ${ran.summary.length} characters.`,
  );
}

const options = parseArguments(process.argv.slice(2), process.stdout.isTTY);
if (options === null) {
  console.error('usage: npm start [-- --serve | --once]');
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'topodiff-example-'));
  try {
    await run(folder, options.staysUp);
  } catch (error) {
    if (!(error instanceof DashboardError)) throw error;
    console.error(`npm start: ${error.message}`);
    process.exitCode = 2;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
