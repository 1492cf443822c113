import { entryOf } from '@topodiff/schema';
import type { ConfigValue, ModelConfigDocument } from '@topodiff/schema';
import type { SummaryView } from './describe-topology.ts';

const largestInteger = 2_147_483_647;

/**
 * What a person who reads the file believes: a quoted number counts, an unknown parallel type is a type, and a number of
 * workers is what it says. What the file does not say is taken from `effective`, so that only what it says can differ.
 */
export function declaredSummary(document: ModelConfigDocument | null, effective: SummaryView): SummaryView {
  const root = readRoot(document);
  if (root === null) return effective;
  const type = believedText(entryOf(root, 'parallelType'));
  const torchrun = entryOf(root, 'torchrun');
  const hasTorchrun = torchrun?.kind === 'map';
  const kind = type ?? (hasTorchrun ? 'torchrun' : null);
  const level = believedLevel(root, type, torchrun);
  const workers = believedNumber(entryOf(root, 'minWorkers'));
  // An engine's section says what it takes, unless the frontend's keys say something else.
  if (effective.isEngine === true && kind === null && level === null) {
    return { ...effective, workers: workers === null || workers < 1 ? effective.workers : workers };
  }
  return {
    kind,
    workers: workers === null || workers < 1 ? effective.workers : workers,
    ...believedDevices(root, kind, level, effective),
  };
}

/** GPUs and processes of one worker as the file tells them. */
function believedDevices(
  root: ConfigValue,
  kind: string | null,
  level: number | 'all' | null,
  effective: SummaryView,
): Pick<SummaryView, 'gpusPerWorker' | 'processesPerWorker'> {
  const device = believedText(entryOf(root, 'deviceType'));
  const processesPerWorker =
    kind === null || kind === 'custom' ? 1 : typeof level === 'number' ? level : effective.processesPerWorker;
  if (device === 'cpu') return { gpusPerWorker: 0, processesPerWorker };
  if (level !== null) return { gpusPerWorker: level, processesPerWorker };
  if (device === 'gpu') return { gpusPerWorker: 1, processesPerWorker };
  const gpusPerWorker = effective.gpusPerWorker === 0 ? 0 : kind === null ? 1 : effective.gpusPerWorker;
  return { gpusPerWorker, processesPerWorker };
}

/** Devices of one worker: nproc-per-node, or parallelLevel, which alone counts for `custom`; null when neither says. */
function believedLevel(
  root: ConfigValue,
  type: string | null,
  torchrun: ConfigValue | undefined,
): number | 'all' | null {
  const level = positive(believedNumber(entryOf(root, 'parallelLevel')));
  if (type === 'custom' && level !== null) return level;
  if (torchrun?.kind !== 'map') return level;
  const nproc = entryOf(torchrun, 'nproc-per-node');
  if (nproc === undefined) return level;
  const word = believedText(nproc);
  // torchrun itself takes these words for all devices of the node.
  if (word === 'gpu' || word === 'auto') return 'all';
  return positive(believedNumber(nproc)) ?? level;
}

/** The frontend's tree, or the handler's when only that reader can read the file. */
function readRoot(document: ModelConfigDocument | null): ConfigValue | null {
  for (const reading of [document?.frontend, document?.handler]) {
    if (reading?.outcome === 'loaded' && reading.root?.kind === 'map') return reading.root;
  }
  return null;
}

/** A word that fits into a label, in lower case; what does not look like a word is `unknown`. */
function believedText(value: ConfigValue | undefined): string | null {
  if (value?.kind !== 'string') return null;
  const text = value.value.trim().toLowerCase();
  if (text === '') return null;
  return /^[a-z0-9][a-z0-9._+-]{0,23}$/.test(text) ? text : 'unknown';
}

/** A whole number as people read it, in quotes or with a zero fraction too; null when it is none, or none of 32 bit. */
function believedNumber(value: ConfigValue | undefined): number | null {
  const number = readNumber(value);
  return number !== null && Number.isInteger(number) && Math.abs(number) <= largestInteger ? number : null;
}

function readNumber(value: ConfigValue | undefined): number | null {
  if (value?.kind === 'integer') return Number(value.value);
  if (value?.kind === 'float') return value.value;
  if (value?.kind === 'string' && /^\s*[+-]?\d+(\.0+)?\s*$/.test(value.value)) return Number(value.value);
  return null;
}

function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null;
}
