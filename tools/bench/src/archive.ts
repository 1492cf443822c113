import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Peak memory of `topodiff check` on archives with small and large weights: it must not grow with them. Needs `zip` and `tar`,
 * 3 GiB of temporary space, and Linux (`/proc`-style maximum resident size, as Node reports it).
 */
const command = fileURLToPath(new URL('../../../apps/cli/bin/topodiff.cjs', import.meta.url));
const mebibyte = 1024 * 1024;
/** MiB. A tar has to be read through, and the collector lets some of what was read lie: it is as much for 4 GiB as for 1. */
const allowedGrowth = { mar: 10, 'tar.gz': 48 };
const rounds = 5;

/** Prints its own peak to stderr when it ends. */
const probe = `process.on('exit', () => require('fs').writeSync(2, '\\npeak ' + process.resourceUsage().maxRSS + '\\n'));`;

function makeWeights(folder: string, size: number, kind: 'noise' | 'zeros'): void {
  const file = openSync(join(folder, 'model.bin'), 'w');
  const block = kind === 'noise' ? randomBytes(mebibyte) : Buffer.alloc(mebibyte);
  for (let written = 0; written < size; written += 1) {
    if (kind === 'noise') block.writeUInt32LE(written, written % 1000);
    writeSync(file, block);
  }
  closeSync(file);
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, error, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (error !== undefined) throw new Error(`${program} is missing: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
}

function makeArchive(
  folder: string,
  name: string,
  size: number,
  kind: 'noise' | 'zeros',
  form: 'mar' | 'tar.gz',
) {
  const model = join(folder, 'model');
  mkdirSync(join(model, 'MAR-INF'), { recursive: true });
  writeFileSync(
    join(model, 'MAR-INF/MANIFEST.json'),
    '{"model": {"modelName": "m", "configFile": "model-config.yaml"}}',
  );
  writeFileSync(
    join(model, 'model-config.yaml'),
    'minWorkers: 1\nmaxWorkers: 1\nresponseTimeout: 60\nstartupTimeout: 60\n',
  );
  makeWeights(model, size, kind);
  const path = join(folder, `${name}.${form}`);
  if (form === 'mar') run('zip', ['-q', '-r', kind === 'noise' ? '-0' : '-1', path, '.'], model);
  else run('tar', ['-I', 'gzip -1', '-cf', path, '.'], model);
  rmSync(model, { recursive: true });
  return path;
}

/** MiB, the median of the rounds. */
function peakOf(archive: string): number {
  const peaks = Array.from({ length: rounds }, () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', probeFile, command, 'check', archive],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`topodiff check ${archive} ended with ${status}: ${stderr}`);
    return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
  });
  return peaks.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

const folder = mkdtempSync(join(tmpdir(), 'topodiff-bench-'));
const probeFile = join(folder, 'probe.cjs');
writeFileSync(probeFile, probe);
let isWithin = true;
try {
  for (const form of ['mar', 'tar.gz'] as const) {
    for (const kind of ['noise', 'zeros'] as const) {
      const [small, large] = [10, 1024].map((size) => {
        const archive = makeArchive(folder, `${kind}-${size}`, size, kind, form);
        const peak = peakOf(archive);
        rmSync(archive);
        return peak;
      });
      const growth = (large ?? 0) - (small ?? 0);
      isWithin &&= growth <= allowedGrowth[form];
      console.log(
        `${form.padEnd(6)} ${kind}: 10 MiB ${small?.toFixed(1)} MiB, 1 GiB ${large?.toFixed(1)} MiB, growth ${growth.toFixed(1)} of ${allowedGrowth[form]} MiB`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(isWithin ? 'peak memory does not grow with the weights' : 'peak memory grows with the weights');
process.exitCode = isWithin ? 0 : 1;
