import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeExampleRepository } from '../src/example-repository.ts';

const topodiff = fileURLToPath(new URL('../../../apps/cli/bin/topodiff.cjs', import.meta.url));

test('topodiff review shows a branch in the built dashboard', () => {
  const folder = mkdtempSync(join(tmpdir(), 'topodiff-review-test-'));
  try {
    makeExampleRepository(join(folder, 'serving'));
    const args = [
      'review',
      '--repo',
      'serving',
      '--base',
      'main',
      '--head',
      'wider',
      '--port',
      '0',
      '--once',
    ];
    const { stdout, stderr, status } = spawnSync(process.execPath, [topodiff, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/reviews\/local\/serving\/1\n$/);
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
