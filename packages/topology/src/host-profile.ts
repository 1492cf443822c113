import type { ConfigProperties, TorchserveVersion } from '@topodiff/schema';

/**
 * What is assumed about the machine that runs TorchServe. It is always given, never detected: the machine
 * that reviews a pull request is not the one that serves the model.
 */
export interface HostProfile {
  /** Accelerators that the host detects, or `unknown`. */
  readonly gpus: number | 'unknown';
  /** CPU cores, or `unknown`. */
  readonly cpuCores: number | 'unknown';
  /** How the model gets into the server. */
  readonly entry: 'startup' | 'register-api' | 'snapshot';
  /** `CUDA_VISIBLE_DEVICES` of the server process itself. */
  readonly parentVisibleDevices?: readonly number[];
  readonly configProperties?: ConfigProperties;
  readonly torchserveVersion: TorchserveVersion;
}

/** A host about which nothing is known but that it runs the last release. */
export const unknownHost: HostProfile = {
  gpus: 'unknown',
  cpuCores: 'unknown',
  entry: 'startup',
  torchserveVersion: '0.12.0',
};
