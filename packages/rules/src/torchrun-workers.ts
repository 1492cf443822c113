import type { ModelLaunch } from '@topodiff/topology';

/** Workers of a model that torchrun starts; 0 for plain and custom workers, and for a model that never serves. */
export function torchrunWorkers({ workers, unlistedWorkers, blockers }: ModelLaunch): number {
  if (blockers.length > 0 || workers[0]?.launcher !== 'torchrun') return 0;
  return workers.length + unlistedWorkers;
}
