import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GitHubStandIn, PullRequest } from '@topodiff/github-stand-in';

const bundle = fileURLToPath(new URL('../../../apps/action/dist/main.js', import.meta.url));

/** What a run of the Action left behind. */
export interface ActionRun {
  readonly exitCode: number;
  /** Log lines and workflow commands, as the runner's log would hold them. */
  readonly log: string;
  /** The job summary, Markdown. */
  readonly summary: string;
  readonly outputs: ReadonlyMap<string, string>;
}

/**
 * Runs the built Action on a pull request as a runner does: a process of its own, inputs and files through the environment.
 *
 * @param inputs by name, as under `with:` in a workflow
 */
export async function runAction(
  gitHub: GitHubStandIn,
  pullRequest: PullRequest,
  inputs: Readonly<Record<string, string>>,
  folder: string,
): Promise<ActionRun> {
  const files = {
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_OUTPUT: join(folder, 'outputs'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  };
  writeFileSync(files.GITHUB_EVENT_PATH, JSON.stringify(gitHub.pullRequestEvent(pullRequest, 'opened')));
  writeFileSync(files.GITHUB_OUTPUT, '');
  writeFileSync(files.GITHUB_STEP_SUMMARY, '');
  const given = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const child = spawn(process.execPath, [bundle], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      ...files,
      ...given,
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: gitHub.baseUrl,
      GITHUB_GRAPHQL_URL: gitHub.graphqlUrl,
      GITHUB_SERVER_URL: gitHub.serverUrl,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REPOSITORY: 'acme/serving',
      GITHUB_WORKFLOW_REF: 'acme/serving/.github/workflows/topodiff.yml@refs/pull/1/merge',
      GITHUB_JOB: 'topology',
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_NUMBER: '1',
      RUNNER_TEMP: folder,
      TOPODIFF_WRITE_PAUSE_MS: '0',
    },
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  return {
    exitCode,
    log: Buffer.concat(chunks).toString('utf8'),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    outputs: parseOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
  };
}

/** Reads the runner's file of step outputs: `name<<DELIMITER`, the value's lines, `DELIMITER`; or `name=value`. */
export function parseOutputs(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const block = /^([^=<]+)<<(.+)$/.exec(line);
    if (block !== null) {
      const [, name = '', delimiter = ''] = block;
      const end = lines.indexOf(delimiter, index + 1);
      outputs.set(name, lines.slice(index + 1, end).join('\n'));
      index = end;
    } else if (line.includes('=')) {
      outputs.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1));
    }
  }
  return outputs;
}
