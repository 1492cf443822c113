import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = `'${process.execPath}' '${fileURLToPath(new URL('../bin/topodiff.cjs', import.meta.url))}'`;

/** Runs a bash script in an empty folder: the exit codes of a pipe's parts are not in `sh`. */
function run(script: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'topodiff-output-'));
  try {
    writeFileSync(join(folder, 'model-config.yaml'), text);
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
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
