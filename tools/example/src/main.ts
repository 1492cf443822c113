import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGitHubStandIn } from '@topodiff/github-stand-in';
import { makeExampleRepository } from './example-repository.ts';
import { runAction, type ActionRun } from './run-action.ts';

/** What the Action fails on purpose for: the example's quoted nproc-per-node is an error. */
const expectedExitCode = 1;

const folder = mkdtempSync(join(tmpdir(), 'topodiff-example-'));
const gitHub = await startGitHubStandIn();
try {
  makeExampleRepository(join(folder, 'serving'));
  const repository = await gitHub.importRepository(join(folder, 'serving'), 'acme/serving');
  const pullRequest = repository.openPullRequest({
    head: 'wider',
    author: 'ada',
    title: 'Give the large models eight GPUs',
  });
  const token = gitHub.addToken({
    kind: 'actions',
    repository,
    permissions: { contents: 'read', pull_requests: 'write', statuses: 'write' },
  });
  // Without a check run the findings are workflow commands, which can be printed.
  const inputs = { 'github-token': token, 'check-run': 'false' };
  const run = await runAction(gitHub, pullRequest, inputs, folder);
  const [comment] = pullRequest.comments;
  if (comment === undefined) throw new Error(`the Action wrote no comment; its log:\n${run.log}`);
  printRun(comment.body, run);
  if (run.exitCode !== expectedExitCode) {
    throw new Error(
      `the Action exited ${run.exitCode}, and the example is meant to fail with ${expectedExitCode}`,
    );
  }
} finally {
  await gitHub.close();
  rmSync(folder, { recursive: true });
}

function printRun(comment: string, run: ActionRun): void {
  printSection('The comment on the pull request (Markdown)', comment);
  printSection('The log of the step: annotations as workflow commands', run.log);
  const width = Math.max(...[...run.outputs.keys()].map((name) => name.length));
  const outputs = [...run.outputs].map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  printSection('The outputs of the step', outputs.join('\n'));
  printSection(
    'The end',
    `The step exits ${run.exitCode}: the pull request has findings of severity error, and fail-on is error.\nThe job summary has ${run.summary.length} characters.`,
  );
}

function printSection(title: string, text: string): void {
  console.log(`── ${title} ${'─'.repeat(Math.max(0, 96 - title.length))}\n\n${text.trimEnd()}\n`);
}
