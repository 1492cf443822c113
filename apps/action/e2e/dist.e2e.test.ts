import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const dist = join(project, 'dist');

function checkDist(folder: string) {
  const script = join(project, 'scripts/check-dist.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the built bundle', () => {
  test('is what the sources build, byte for byte', () => {
    expect(checkDist(dist)).toMatchObject({ status: 0, stderr: '' });
  });

  test.each([
    ['a changed file', (folder: string) => appendFileSync(join(folder, 'main.js'), '//'), 'main.js'],
    ['a missing file', (folder: string) => rmSync(join(folder, 'LICENSES.txt')), 'LICENSES.txt'],
    ['a file too many', (folder: string) => writeFileSync(join(folder, 'old.js'), ''), 'old.js'],
  ])('%s is noticed', (_name, change, file) => {
    const folder = mkdtempSync(join(tmpdir(), 'topodiff-dist-'));
    try {
      cpSync(dist, folder, { recursive: true });
      change(folder);
      const { status, stderr } = checkDist(folder);
      expect(status).toBe(1);
      expect(stderr.split('\n').filter((line) => line.startsWith('  '))).toEqual([
        expect.stringMatching(new RegExp(`^ {2}${file.replace('.', '\\.')}: `)),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('runs where nothing is installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'topodiff-dist-'));
    try {
      cpSync(dist, join(folder, 'dist'), { recursive: true });
      cpSync(join(project, 'package.json'), join(folder, 'package.json'));
      const event = join(folder, 'event.json');
      const side = { ref: 'main', sha: 'a'.repeat(40) };
      writeFileSync(event, JSON.stringify({ pull_request: { number: 1, base: side, head: side } }));
      const { status, stdout } = spawnSync(process.execPath, [join(folder, 'dist/main.js')], {
        cwd: folder,
        encoding: 'utf8',
        env: {
          'INPUT_GITHUB-TOKEN': 'token',
          GITHUB_EVENT_NAME: 'pull_request',
          GITHUB_EVENT_PATH: event,
          GITHUB_REPOSITORY: 'acme/serving',
          GITHUB_API_URL: 'http://127.0.0.1:9',
        },
      });
      // It got as far as asking GitHub, so both files of the bundle were loaded.
      expect(stdout).toMatch(
        /^::error::cannot find the tip of the base branch: GitHub could not be reached/m,
      );
      expect(status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('names no folder of the machine that built it', () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    for (const name of readdirSync(dist)) expect(readFileSync(join(dist, name), 'utf8')).not.toContain(root);
  });

  test('carries the notices of what is bundled', () => {
    const notices = readFileSync(join(dist, 'LICENSES.txt'), 'utf8');
    for (const name of ['@actions/core', '@actions/github', '@octokit/core', 'undici', 'picomatch']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`, 'm'));
    }
  });
});
