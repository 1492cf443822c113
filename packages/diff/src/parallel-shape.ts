import type { ConfigPath } from '@topodiff/schema';
import { valueAt } from '@topodiff/schema';
import type { ConfigurationSide } from './configuration-side.ts';
import { showCount } from './show-setting.ts';

/** How one worker is started and what it takes, whether or not the model ever serves. */
export interface ParallelShape {
  readonly launcher: 'torchrun' | 'python';
  /** Processes of one worker. */
  readonly processes: number;
  /** Infinity stands for all visible ones; 0 on CPU. */
  readonly gpusPerWorker: number;
  /** 0 when the model is not parallel. */
  readonly level: number;
}

export function parallelShape({ effective, topology }: ConfigurationSide): ParallelShape {
  const { parallelLevel, parallelType, torchrun } = effective.settings;
  const launcher = parallelLevel.value > 0 && parallelType.value !== 'CUSTOM' ? 'torchrun' : 'python';
  const { gpusPerWorker } = topology.effective;
  return {
    launcher,
    processes: launcher === 'torchrun' ? (torchrun?.nprocPerNode.value ?? 1) : 1,
    gpusPerWorker: gpusPerWorker === 'all' ? Number.POSITIVE_INFINITY : gpusPerWorker,
    level: parallelLevel.value,
  };
}

/** A number of GPUs as a message shows it. */
export function showGpus(count: number): string {
  return count === Number.POSITIVE_INFINITY
    ? 'all visible GPUs'
    : showCount(count, { one: 'GPU', many: 'GPUs' });
}

/** A number of processes as a message shows it. */
export function showProcesses(count: number): string {
  return showCount(count, { one: 'process', many: 'processes' });
}

/** The section of the file that a framework is known by: its own, or the handler's. */
export function frameworkPath({ document, topology }: ConfigurationSide): ConfigPath {
  const root = document.handler.outcome === 'loaded' ? document.handler.root : null;
  const candidates = topology.framework === null ? [] : [topology.framework, 'handler'];
  const section = candidates.find((name) => valueAt(root, [name]) !== undefined);
  return section === undefined ? [] : [section];
}
