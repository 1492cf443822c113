import type { TopologySummary } from './topology.ts';

/** One side of a label: what the file declares, or what runs. */
export interface SummaryView extends Omit<TopologySummary, 'gpus'> {
  /** Processes of one worker; shown for a parallel worker on CPU. */
  readonly processesPerWorker: number;
  /** `kind` is what an engine makes of a plain process; the GPUs then stand behind a comma. */
  readonly isEngine?: boolean;
}

/**
 * The line that a reviewer reads first: `tp 4 GPUs`, `3 × 1 GPU`, `tp 8 GPUs (runs 1 GPU)`, `will not start`. Where what
 * runs differs from what the file declares, the parallel type is left out when it is the same, and the number of workers
 * is shown when it differs.
 */
export function describeTopology(declared: SummaryView, effective: SummaryView, willStart: boolean): string {
  if (!willStart) return 'will not start';
  const label = `${declared.workers > 1 ? `${declared.workers} × ` : ''}${describeCore(declared)}`;
  if (isSame(declared, effective)) return label;
  return `${label} (runs ${describeRuns(declared, effective)})`;
}

/**
 * A change as one line: `tp 4 GPUs → pptp 8 GPUs`; the side where the model does not exist (null) is `∅`; equal labels are
 * written once.
 */
export function joinLabels(base: string | null, head: string | null): string {
  if (base === head) return base ?? '∅';
  return `${base ?? '∅'} → ${head ?? '∅'}`;
}

function describeRuns(declared: SummaryView, effective: SummaryView): string {
  if (effective.workers === 0) return 'no workers';
  const workers = effective.workers === declared.workers ? '' : `${effective.workers} × `;
  if (effective.kind === declared.kind) return `${workers}${describeCore({ ...effective, kind: null })}`;
  // Without it, `torchrun 1 GPU (runs 1 GPU)` would not say what differs.
  const plain = effective.kind === null && effective.gpusPerWorker === declared.gpusPerWorker ? 'plain ' : '';
  return `${workers}${plain}${describeCore(effective)}`;
}

function describeCore({ kind, workers, gpusPerWorker, processesPerWorker, isEngine }: SummaryView): string {
  if (workers === 0) return 'no workers';
  const prefix = kind === null ? '' : `${kind}${isEngine === true ? ',' : ''} `;
  if (gpusPerWorker === 'all') return `${prefix}${isEngine === true ? 'all visible GPUs' : 'all GPUs'}`;
  // Its devices are none that TorchServe counts.
  if (gpusPerWorker === 0 && isEngine === true) return kind ?? '';
  if (gpusPerWorker > 0) return `${prefix}${gpusPerWorker} ${gpusPerWorker === 1 ? 'GPU' : 'GPUs'}`;
  if (processesPerWorker > 1) return `${prefix}${processesPerWorker} CPU processes`;
  return `${prefix}cpu`;
}

function isSame(declared: SummaryView, effective: SummaryView): boolean {
  return (
    declared.kind === effective.kind &&
    declared.workers === effective.workers &&
    declared.gpusPerWorker === effective.gpusPerWorker &&
    (declared.gpusPerWorker !== 0 || declared.processesPerWorker === effective.processesPerWorker)
  );
}
