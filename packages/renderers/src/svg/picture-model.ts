import type { ReportModel, ReportModelSide } from '@topodiff/report';
import { pictureSide, type SidePicture } from './picture-side.ts';
import type { TopologyOptions } from './topology-options.ts';

/** The sides that are drawn: two that differ in nothing are one, and one that is missing is none. */
export function pictureModel(
  model: ReportModel,
  { hostGpus = null, side }: TopologyOptions,
): readonly SidePicture[] {
  const sides = pictureSides(model, hostGpus);
  return side === undefined ? sides : sides.slice(side, side + 1);
}

function pictureSides({ base, head, status }: ReportModel, hostGpus: number | null): readonly SidePicture[] {
  if (base === null && head === null) return [];
  if (base !== null && head !== null) {
    if (isSamePicture(base, head)) return [pictureSide('base and head', head, hostGpus)];
    return [pictureSide('base', base, hostGpus), pictureSide('head', head, hostGpus)];
  }
  if (head !== null) return [pictureSide(status === 'added' ? 'head' : '', head, hostGpus)];
  return base === null ? [] : [pictureSide('base', base, hostGpus)];
}

function isSamePicture(base: ReportModelSide, head: ReportModelSide): boolean {
  const drawn = ({ outcome, topology, launch }: ReportModelSide) =>
    JSON.stringify([
      outcome,
      topology,
      launch.device,
      launch.blockers,
      launch.workers.map(({ processCount }) => processCount),
    ]);
  return drawn(base) === drawn(head);
}
