import type { Assumption } from './assumption.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { WorkerCapacity } from './worker-capacity.ts';

/** What the settings of a model take for granted, each once and in a fixed order. */
export function findAssumptions(
  { gpus, snapshot, isModelVersionAssumed }: ResolveContext,
  isOnGpu: boolean,
  assumesOneWorker: boolean,
  capacity: WorkerCapacity | null,
): readonly Assumption[] {
  const holds: Readonly<Record<Assumption, boolean>> = {
    'gpus-unknown': !gpus.isKnown && (isOnGpu || assumesOneWorker),
    'cpu-cores-unknown': gpus.isKnown && assumesOneWorker,
    'one-worker-assumed': assumesOneWorker,
    'capacity-not-checked': capacity?.isAssumed === true,
    'snapshot-unknown': snapshot === 'unknown',
    'model-version-unknown': isModelVersionAssumed,
  };
  return (Object.keys(holds) as Assumption[]) // the keys of a record of assumptions
    .filter((assumption) => holds[assumption]);
}
