import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutMiddle } from '../reading/cut-text.ts';
import { differencePhrase, numbersPhrase } from '../reading/gpu-counts.ts';
import { quantity } from '../reading/quantity.ts';
import { alignColumns, type Cell } from './layout/align-columns.ts';
import type { TextSetup } from './text-options.ts';

type Pool = Report['fleet']['pools'][number];

/** GPUs by host pool, when there is one; the models that no pool names stand last. */
export function poolLines(report: Report, { styles }: TextSetup): readonly string[] {
  const { pools } = report.fleet;
  if (pools.every(({ name }) => name === null)) return [];
  const titles = ['pool', 'models', 'declared', 'effective', 'each host'].map((text): Cell => ({
    text,
    style: styles.dim,
  }));
  const rows = pools.map((pool): readonly Cell[] => [
    pool.name === null
      ? { text: 'no pool', style: styles.dim }
      : { text: escapeTerminal(cutMiddle(pool.name, textLimits.name)), style: styles.bold },
    { text: numbers(pool.models, report) },
    { text: numbers(pool.declaredGpus, report) },
    { text: numbers(pool.gpus, report) },
    { text: hostOf(pool, report) },
  ]);
  return alignColumns([titles, ...rows]);
}

function numbers(counts: Pool['gpus'], { comparison }: Report): string {
  return `${numbersPhrase(counts, comparison)}${differencePhrase(counts, comparison)}`;
}

/** What differs from the host of the whole report is named; the rest is told once for all. */
function hostOf(
  { hostGpus, gpuMemoryGib, torchserveVersion, configProperties }: Pool,
  { host }: Report,
): string {
  const gpus = hostGpus === null ? 'GPUs unknown' : quantity(hostGpus, 'GPU');
  return [
    `${gpus}${gpuMemoryGib === null ? '' : ` of ${gpuMemoryGib} GiB`}`,
    ...(torchserveVersion === host.torchserveVersion
      ? []
      : [`TorchServe ${escapeTerminal(cutMiddle(torchserveVersion, textLimits.name))}`]),
    ...(configProperties === null ? [] : [escapeTerminal(cutMiddle(configProperties, textLimits.path))]),
  ].join(', ');
}
