import { isAtLeast } from '@topodiff/schema';
import type { TorchserveVersion } from '@topodiff/schema';
import type { HostProfile } from './host-profile.ts';

/**
 * What differs between TorchServe versions for the same file once the frontend has read it. Which keys a version
 * knows, and how it clamps them while reading, is in the field table of @topodiff/schema.
 */
export interface TorchserveBehaviours {
  /** `deviceType: cpu` keeps a model off the GPUs of its host. */
  readonly honoursDeviceTypeCpu: boolean;
  /** The smallest parallelLevel that makes a model parallel; below it one plain process starts. */
  readonly smallestParallelLevel: 1 | 2;
  /** How the per-model GPU counter advances after a worker. */
  readonly gpuCounter: 'by-level' | 'stuck-after-first-step';
  /** The rendezvous endpoint that torchrun gets when the file names none. */
  readonly defaultRdzvEndpoint: 'none' | 'localhost:<worker port>';
  /** How torchrun's options are spelled, and whether max-restarts of the file comes before the fixed `--max-restarts 1`. */
  readonly torchrunOptions: 'dashes' | 'underscores-and-max-restarts';
  /** sequenceBatching switches sequence batching on; before, sequenceMaxIdleMSec above 0 did it alone. */
  readonly hasSequenceBatchingKey: boolean;
  /** The models JSON of config.properties counts for a model that has no config file. */
  readonly readsModelsJsonWithoutConfig: boolean;
  /** What limits the reply to LOAD. */
  readonly loadTimeout: 'startup-timeout' | 'response-timeout' | 'response-timeout-or-ten-minutes-async';
  /** A `custom` worker on a GPU finds the accelerator that names the visible-devices variable. */
  readonly startsCustomWorkersOnGpu: boolean;
  /** CUDA_VISIBLE_DEVICES of the server narrows the list that nvidia-smi gives, or replaces it. */
  readonly parentVisibleDevices: 'replace-detection' | 'filter-detection';
  /** The ways in whose launches somebody watched on the real program; the others follow its source. */
  readonly observedEntries: readonly HostProfile['entry'][];
}

/** The behaviours of one version (section 7 of the reference; commits as in the upstream references beside their use). */
export function behavioursOf(version: TorchserveVersion): TorchserveBehaviours {
  return {
    honoursDeviceTypeCpu: isAtLeast(version, '0.8.1'),
    smallestParallelLevel: isAtLeast(version, '0.9.0') ? 1 : 2,
    gpuCounter: version === '0.9.0' ? 'stuck-after-first-step' : 'by-level',
    defaultRdzvEndpoint: version === '0.8.0' ? 'localhost:<worker port>' : 'none',
    torchrunOptions: version === '0.8.0' ? 'underscores-and-max-restarts' : 'dashes',
    hasSequenceBatchingKey: isAtLeast(version, '0.11.0'),
    readsModelsJsonWithoutConfig: isAtLeast(version, '0.8.1'),
    loadTimeout: loadTimeoutOf(version),
    startsCustomWorkersOnGpu: version !== 'master',
    parentVisibleDevices: version === 'master' ? 'filter-detection' : 'replace-detection',
    observedEntries: isAtLeast(version, '0.12.0') ? ['startup', 'register-api', 'snapshot'] : ['startup'],
  };
}

function loadTimeoutOf(version: TorchserveVersion): TorchserveBehaviours['loadTimeout'] {
  if (isAtLeast(version, '0.12.0')) return 'startup-timeout';
  return version === '0.11.1' ? 'response-timeout-or-ten-minutes-async' : 'response-timeout';
}

/** Whether launches of this version by this way in were watched on the real program. */
export function areLaunchesObserved({ torchserveVersion, entry }: HostProfile): boolean {
  return behavioursOf(torchserveVersion).observedEntries.includes(entry);
}
