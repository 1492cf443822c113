import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pairTimings } from './pair-timings.ts';

/** The largest ratio of `topodiff check` of one small file to a bare Node that we accept. */
const largestRatio = 2.5;

const command = fileURLToPath(new URL('../../../apps/cli/bin/topodiff.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'topodiff-bench-'));
try {
  const file = join(folder, 'model-config.yaml');
  writeFileSync(
    file,
    'minWorkers: 1\nmaxWorkers: 1\nresponseTimeout: 300\nstartupTimeout: 1200\nparallelType: tp\ntorchrun:\n  nproc-per-node: 4\n  OMP_NUMBER_THREADS: 8\ndeepspeed:\n  config: ds-config.json\nhandler:\n  model_path: model\n',
  );
  const node = process.execPath;
  const { baselineMs, candidateMs, ratio } = pairTimings(
    [node, '-e', '0'],
    [node, command, 'check', file],
    31,
  );
  console.log(
    `bare start: node ${baselineMs.toFixed(1)} ms, topodiff check ${candidateMs.toFixed(1)} ms, ratio ${ratio.toFixed(2)} (at most ${largestRatio})`,
  );
  if (ratio > largestRatio) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
