import type { EffectiveConfig } from '@topodiff/topology';

/** TorchServe restores a snapshot, and takes workers, batching, timeouts and parallel level from there, not from the file. */
export function restoresSnapshot({ settings }: EffectiveConfig): boolean {
  // Every snapshot has a batch size, and no later step of resolving it says another cause.
  return settings.batchSize.cause === 'snapshot';
}
