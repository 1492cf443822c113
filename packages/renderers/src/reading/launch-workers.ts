import type { ReportModelSide } from '@topodiff/report';

/** One worker of a launch plan. */
export type LaunchWorker = ReportModelSide['launch']['workers'][number];

/** GPUs that a worker sees. */
export function devicesPhrase({ visibleDevices, gpuId }: LaunchWorker): string {
  if (visibleDevices !== null) return visibleDevices.join(', ');
  return gpuId === null ? '–' : `all visible`;
}

/** Workers that are started alike are written once. */
export function groupEqualCommands(workers: readonly LaunchWorker[]): readonly (readonly LaunchWorker[])[] {
  const groups = new Map<string, LaunchWorker[]>();
  for (const worker of workers) {
    const key = JSON.stringify([worker.argv, Object.entries(worker.environment)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [worker]);
    else group.push(worker);
  }
  return [...groups.values()];
}
