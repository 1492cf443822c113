import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '@topodiff/report';
import { readActionMetadata } from './read-action-metadata.ts';

const repositoryFolder = fileURLToPath(new URL('../../../..', import.meta.url));

/** What a runner gives to the Action: its environment, its inputs by their names in action.yml, and the event. */
export interface ActionStart {
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly repository: string;
  readonly token: string;
  readonly event: unknown;
  readonly eventName?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly runId?: number;
  readonly attempt?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a run of the Action left behind, as a runner and the next steps would see it. */
export interface ActionResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The workflow commands of the log, as the runner finds them. */
  readonly commands: readonly string[];
  readonly report: Report | null;
  /** The SARIF file; empty when there is none. */
  readonly sarif: string;
}

/** Runs the built bundle as a runner does: inputs, event and files through the environment, a folder of its own. */
export async function runAction(start: ActionStart): Promise<ActionResult> {
  const folder = await mkdtemp(join(tmpdir(), 'topodiff-action-'));
  const files = {
    event: join(folder, 'event.json'),
    output: join(folder, 'output'),
    summary: join(folder, 'summary.md'),
  };
  await writeFile(files.event, typeof start.event === 'string' ? start.event : JSON.stringify(start.event));
  await writeFile(files.output, '');
  await writeFile(files.summary, '');
  const { main, inputs } = readActionMetadata();
  const given = new Map([...inputs].map(([name, input]) => [name, input.default]));
  given.set('github-token', start.token);
  for (const [name, value] of Object.entries(start.inputs ?? {})) given.set(name, value);
  try {
    const { exitCode, stdout, stderr } = await runNode(join(repositoryFolder, main), folder, {
      ...Object.fromEntries([...given].map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      GITHUB_API_URL: start.apiUrl,
      GITHUB_GRAPHQL_URL: start.graphqlUrl,
      GITHUB_REPOSITORY: start.repository,
      GITHUB_EVENT_NAME: start.eventName ?? 'pull_request',
      GITHUB_EVENT_PATH: files.event,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_RUN_ID: String(start.runId ?? 1),
      GITHUB_RUN_ATTEMPT: String(start.attempt ?? 1),
      GITHUB_WORKFLOW_REF: `${start.repository}/.github/workflows/review.yml@refs/heads/main`,
      GITHUB_JOB: 'topology',
      GITHUB_ACTION: '__topodiff',
      RUNNER_TEMP: folder,
      TOPODIFF_WRITE_PAUSE_MS: '0',
      ...start.environment,
    });
    const outputs = parseOutputs(await readFile(files.output, 'utf8'));
    const reportPath = outputs['report'] ?? '';
    return {
      exitCode,
      stdout,
      stderr,
      outputs,
      summary: await readFile(files.summary, 'utf8'),
      commands: findCommands(stdout),
      sarif: await readFile(outputs['sarif'] ?? '', 'utf8').catch(() => ''),
      report: reportPath === '' ? null : (JSON.parse(await readFile(reportPath, 'utf8')) as Report), // our own file
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runNode(script: string, folder: string, environment: Readonly<Record<string, string>>) {
  return new Promise<{ exitCode: number; stdout: string; stderr: string }>((resolve) => {
    // Nothing of our own environment: a runner's variables, a proxy or Jest's options would change the run.
    const options = { cwd: folder, env: { PATH: process.env['PATH'], ...environment }, timeout: 50_000 };
    execFile(process.execPath, [script], options, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}

/** `name<<delimiter`, lines, `delimiter`: the format that the runner reads. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const [name = '', delimiter] = (lines[index] ?? '').split('<<');
    if (delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, index + 1);
    outputs[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return outputs;
}

/** The runner takes `::name` at the start of a line, blanks before it ignored, and `##[name]` anywhere. */
function findCommands(stdout: string): readonly string[] {
  return stdout.split(/\r\n|\r|\n/).filter((line) => /^\s*::[\w-]/.test(line) || line.includes('##['));
}
