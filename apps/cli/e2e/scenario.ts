import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * One end-to-end case as a text file: `=== file NAME` sections are written to an empty folder, `=== setup` runs in
 * a shell there (with the real archives in `$ARCHIVES`), then `=== command` runs, and its stdout, stderr and exit code must be those of the other sections.
 */
export interface Scenario {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly setup: string;
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: string;
}

/** What running the command of a scenario printed, and its exit code in digits. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: string;
}

const archives = fileURLToPath(new URL('../../../packages/archive/fixtures', import.meta.url));
const commandFile = fileURLToPath(new URL('../bin/topodiff.cjs', import.meta.url));

/** Reads a scenario file; sections that are missing are empty. */
export function parseScenario(text: string): Scenario {
  const files: { name: string; text: string }[] = [];
  const sections = new Map<string, string>();
  for (const part of text.split(/^=== /m).slice(1)) {
    const end = part.indexOf('\n');
    const title = part.slice(0, end).trim();
    const body = part.slice(end + 1);
    if (title.startsWith('file ')) files.push({ name: title.slice(5), text: body });
    else sections.set(title, body);
  }
  const section = (name: string): string => sections.get(name) ?? '';
  return {
    files,
    setup: section('setup'),
    command: section('command').trim(),
    stdout: section('stdout'),
    stderr: section('stderr'),
    exit: section('exit').trim(),
  };
}

/** Runs a scenario in a folder of its own; the folder's name is replaced by `$FOLDER` in what is printed. */
export function runScenario(scenario: Scenario): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'topodiff-scenario-'));
  try {
    for (const file of scenario.files) {
      mkdirSync(dirname(join(folder, file.name)), { recursive: true });
      writeFileSync(join(folder, file.name), file.text);
    }
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      LC_ALL: 'C.UTF-8',
      ARCHIVES: archives,
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
      GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
    };
    const shell = (script: string) =>
      spawnSync('sh', ['-ec', `topodiff() { '${process.execPath}' '${commandFile}' "$@"; }\n${script}`], {
        cwd: folder,
        env,
        encoding: 'utf8',
        input: '',
        timeout: 60_000,
      });
    if (scenario.setup !== '') {
      const setup = shell(scenario.setup);
      if (setup.status !== 0) throw new Error(`setup failed: ${setup.stderr}`);
    }
    const result = shell(scenario.command);
    const shown = (text: string): string => text.replaceAll(folder, '$FOLDER');
    return { stdout: shown(result.stdout), stderr: shown(result.stderr), exit: String(result.status) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The scenario's text with another outcome, for updating the files. */
export function formatScenario(text: string, outcome: Outcome): string {
  const kept = text.split(/^=== (?:stdout|stderr|exit)\n/m)[0] ?? '';
  const stdout = outcome.stdout === '' ? '' : `=== stdout\n${outcome.stdout}`;
  const stderr = outcome.stderr === '' ? '' : `=== stderr\n${outcome.stderr}`;
  return `${kept.trimEnd()}\n${stdout}${stderr}=== exit\n${outcome.exit}\n`;
}
