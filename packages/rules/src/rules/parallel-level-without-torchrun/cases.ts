import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { parallelLevelWithoutTorchrun } from './rule.ts';

export const cases = defineCases(parallelLevelWithoutTorchrun, {
  valid: [
    {
      name: 'with torchrun',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'custom needs no torchrun',
      source: yaml`
        parallelType: custom
        parallelLevel: 1
      `,
    },
    {
      name: 'custom on several GPUs',
      source: yaml`
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
      `,
    },
  ],
  invalid: [
    {
      name: 'tp-level-without-torchrun: a level alone',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        parallelLevel: 2
        #              ^ missing {"type":"tp","level":2}
      `,
    },
    {
      name: 'on a host with unknown GPUs',
      source: yaml`
        parallelType: PP
        parallelLevel: 4
        #              ^ missing {"type":"pp","level":4}
      `,
    },
  ],
});
