import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = `'${process.execPath}' '${fileURLToPath(new URL('../bin/topodiff.cjs', import.meta.url))}'`;

/** Runs a bash script in an empty folder: the exit codes of a pipe's parts are not in `sh`. */
function run(script: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'topodiff-output-'));
  try {
    writeFileSync(join(folder, 'model-config.yaml'), text);
    // The runner of the tests may ask every process for colours.
    const env = { ...process.env, NO_COLOR: '1' };
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, env, encoding: 'utf8' });
    return { stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a reader that closes the pipe early changes neither the exit code nor stderr', () => {
  // More than a pipe holds: 64 KiB on Linux.
  const keys = Array.from({ length: 1_000 }, (_, index) => `minWorker${index}: 1\n`).join('');
  const script = `${command} check --format json model-config.yaml | head -c 1; echo " \${PIPESTATUS[0]}"`;
  expect(run(script, `batchSize: x\n${keys}`)).toEqual({ stdout: '{ 1\n', stderr: '' });
});

// Only Linux has a device that is always full.
(existsSync('/dev/full') ? test : test.skip)('an output that cannot be written is one line', () => {
  const script = `${command} check model-config.yaml > /dev/full; echo $?`;
  expect(run(script, 'minWorkers: 1\n')).toEqual({
    stdout: '2\n',
    stderr: 'topodiff: cannot write the output: ENOSPC\n',
  });
});

test.each([
  ['without the code that the build kept, as on another Node', undefined],
  ['with code that V8 does not take', 'none'],
])('the command does the same %s', (_case, code) => {
  const project = fileURLToPath(new URL('..', import.meta.url));
  const copy = mkdtempSync(join(tmpdir(), 'topodiff-copy-'));
  try {
    for (const name of ['bin', 'dist']) cpSync(join(project, name), join(copy, name), { recursive: true });
    const kept = join(copy, 'dist/kept-code');
    for (const name of readdirSync(kept, { recursive: true, encoding: 'utf8' })) {
      if (!statSync(join(kept, name)).isFile()) continue;
      if (code === undefined) rmSync(join(kept, name));
      else writeFileSync(join(kept, name), code);
    }
    const script = (place: string): string =>
      `echo 'rules: { timeout-shadows-server-default: error }' > .topodiff.yaml; '${process.execPath}' '${place}/bin/topodiff.cjs' check model-config.yaml; echo $?`;
    const expected = run(script(project), 'minWorkers: 1\n');
    expect(expected.stdout).toMatch(/error +timeout-shadows-server-default[^]*\n1\n$/);
    expect(run(script(copy), 'minWorkers: 1\n')).toEqual(expected);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

test('the built command carries the notices of what is bundled', () => {
  const notices = readFileSync(fileURLToPath(new URL('../dist/LICENSES.txt', import.meta.url)), 'utf8');
  const titles = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+ \(.+\)\n-+$/gm)].map(([, name]) => name);
  expect(titles).toEqual(
    expect.arrayContaining(['diff', 'picocolors', 'picomatch', 'tar-stream', 'yaml', 'yauzl', 'zod']),
  );
});
