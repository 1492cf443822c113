import { yaml } from '@topodiff/testkit';
import { defineCases, gpus, torchserveVersion } from '../../testing/define-cases.ts';
import { customBrokenOnMaster } from './rule.ts';

export const cases = defineCases(customBrokenOnMaster, {
  valid: [
    {
      name: '0.12.0',
      example: true,
      host: gpus(4),
      source: yaml`
        parallelType: custom
        parallelLevel: 1
      `,
    },
    {
      name: 'on the CPU',
      host: torchserveVersion('master'),
      source: yaml`
        deviceType: cpu
        parallelType: custom
        parallelLevel: 1
      `,
    },
    {
      name: 'torchrun on master',
      host: { ...gpus(4), ...torchserveVersion('master') },
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
  ],
  invalid: [
    {
      name: 'custom-1-sync: on a GPU',
      example: true,
      host: { ...gpus(4), ...torchserveVersion('master') },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: custom
        #             ^^^^^^ broken
        parallelLevel: 1
      `,
    },
    {
      name: 'the GPUs are unknown',
      host: torchserveVersion('master'),
      source: yaml`
        parallelType: custom
        #             ^^^^^^ broken
        parallelLevel: 2
        asyncCommunication: true
      `,
    },
  ],
});
