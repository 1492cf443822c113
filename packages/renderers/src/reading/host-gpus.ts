import type { Report, ReportModel } from '@topodiff/report';

/** The GPUs of the host that a model is reviewed for: of its pool, else of the host of the report; null when unknown. */
export function hostGpusOf({ fleet, host }: Report, { pool }: ReportModel): number | null {
  const own = fleet.pools.find(({ name }) => name === pool);
  return own === undefined ? host.gpus : own.hostGpus;
}
