import type { MessageParams } from '@topodiff/schema';
import type { HostProfile, LaunchBlockerKind } from '@topodiff/topology';
import { yaml } from '@topodiff/testkit';

/** A file that never serves, with a marker at the key that is at fault. */
export interface StartFailure {
  readonly kind: LaunchBlockerKind;
  readonly params: MessageParams;
  readonly source: string;
  /** The fault is the file's as a whole. */
  readonly isWholeFile: boolean;
  readonly host: Partial<HostProfile>;
}

function failure(
  kind: LaunchBlockerKind,
  source: string,
  options: Partial<Omit<StartFailure, 'kind' | 'source'>> = {},
): StartFailure {
  return {
    kind,
    source,
    params: { kind, ...options.params },
    isWholeFile: false,
    host: {},
    ...pickHost(options),
  };
}

function pickHost({ isWholeFile, host }: Partial<StartFailure>) {
  return { ...(isWholeFile === undefined ? {} : { isWholeFile }), ...(host === undefined ? {} : { host }) };
}

/** One file for every reason for which a model never serves. */
export const startFailures: readonly StartFailure[] = [
  failure(
    'server-exits',
    yaml`
      - parallelType
      # @1:1-1:15 here
    `,
    { isWholeFile: true },
  ),
  failure(
    'registration-fails',
    yaml`
      - parallelType
      # @1:1-1:15 here
    `,
    { isWholeFile: true, host: { entry: 'register-api' } },
  ),
  failure(
    'python-cannot-read',
    yaml`
      operator: =
      #         ^ here
    `,
    { isWholeFile: true },
  ),
  failure(
    'not-enough-devices',
    yaml`
      parallelType: tp
      torchrun:
        nproc-per-node: 8
        #               ^ here
    `,
    { host: { gpus: 4 }, params: { needed: 8, available: 4 } },
  ),
  failure(
    'parallel-level-without-torchrun',
    yaml`
      parallelType: tp
      parallelLevel: 4
      #              ^ here
    `,
  ),
  failure(
    'custom-requires-async',
    yaml`
      parallelType: custom
      parallelLevel: 4
      #              ^ here
    `,
  ),
  failure(
    'custom-broken-on-master',
    yaml`
      parallelType: custom
      #             ^^^^^^ here
      parallelLevel: 1
    `,
    { host: { torchserveVersion: 'master' } },
  ),
  failure(
    'async-with-torchrun',
    yaml`
      parallelType: tp
      torchrun:
        nproc-per-node: 4
      asyncCommunication: true
      #                   ^^^^ here
    `,
  ),
  failure(
    'level-above-nproc',
    yaml`
      parallelType: tp
      torchrun:
        nproc-per-node: 2
      parallelLevel: 4
      #              ^ here
    `,
  ),
  failure(
    'level-below-nproc',
    yaml`
      parallelType: tp
      torchrun:
        nproc-per-node: 4
      parallelLevel: 2
      #              ^ here
    `,
  ),
];

/** A file that serves on every host, with a marker where a failure's key would be. */
export function soundFile({ isWholeFile }: StartFailure): string {
  return isWholeFile
    ? yaml`
        deviceType: cpu
        # @1:1-1:16 here
      `
    : yaml`
        deviceType: cpu
        # @1:1-1:16 here nearest
      `;
}
