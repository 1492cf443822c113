import type { Report } from '@topodiff/report';

type Pool = Report['fleet']['pools'][number];

/** Models that one budget names; the number of the others is exact. */
export const mostModelsOfBudget = 10;

/** There is more to say of pools and budgets than the totals. */
export function hasFleetRows({ fleet }: Report): boolean {
  return fleet.budgets.length > 0 || fleet.pools.some(({ name }) => name !== null);
}

/** GPUs of one host of a pool: `8 × 80 GiB`. */
export function poolHostPhrase({ hostGpus, gpuMemoryGib }: Pool): string {
  return `${hostGpus ?? 'unknown'}${gpuMemoryGib === null ? '' : ` × ${gpuMemoryGib} GiB`}`;
}

/** Columns of the table of pools and budgets; a budget leaves most of them empty. */
export const fleetColumns = [
  'Pool or budget',
  'GPUs of a host',
  'Models',
  'GPUs declared',
  'GPUs effective',
  'At most',
] as const;
