import type { ChangeArea, Layer } from './change.ts';

/** The part of TorchServe that each area belongs to: the one table for it. */
export const areaLayers: Readonly<Record<ChangeArea, Layer>> = {
  file: 'frontend',
  workers: 'frontend',
  batching: 'frontend',
  devices: 'frontend',
  timeouts: 'frontend',
  queue: 'frontend',
  parallelism: 'process',
  launcher: 'process',
  framework: 'framework',
  handler: 'handler',
};
