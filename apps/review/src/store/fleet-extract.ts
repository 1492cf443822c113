import { loadReportSchema } from '@topodiff/report';
import type { Report } from '@topodiff/report';
import type { FleetRecord } from './store.ts';

type FleetExtract = Pick<FleetRecord, 'fleet' | 'models'>;

/** What the fleet page shows of a report, as JSON: the models that the pull request removes are no part of the fleet. */
export function extractFleet(report: Report): FleetExtract {
  return {
    fleet: report.fleet,
    models: report.models.flatMap(({ path, pool, head }) =>
      head === null ? [] : [{ path, pool, gpus: head.topology.effective.gpus }],
    ),
  };
}

/** The extract as it was stored; null when it was before the format changed, so that the report has to be read. */
export async function readFleetExtract(text: string): Promise<FleetExtract | null> {
  const { shape } = await loadReportSchema();
  const extract = JSON.parse(text) as FleetExtract;
  const fleet = shape.fleet.safeParse(extract.fleet);
  return fleet.success ? { fleet: fleet.data, models: extract.models } : null;
}
