import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { parallelLevelConflictsTorchrun } from './rule.ts';

export const cases = defineCases(parallelLevelConflictsTorchrun, {
  valid: [
    {
      name: 'torchrun alone',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'the same number twice, which another rule reports',
      source: yaml`
        parallelType: tp
        parallelLevel: 4
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'without a type neither counts',
      source: yaml`
        parallelLevel: 2
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'a30_order3: a level of the wrong type is ignored',
      source: yaml`
        torchrun:
          nproc-per-node: 4
        parallelLevel: "2"
      `,
    },
    {
      name: 'with a type too, a level of the wrong type is ignored',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        parallelLevel: "2"
      `,
    },
    {
      name: 'zero before torchrun is not set',
      source: yaml`
        parallelType: tp
        parallelLevel: 0
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'custom without torchrun',
      source: yaml`
        parallelType: custom
        parallelLevel: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'the level wins and is too high',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
        parallelLevel: 4
        #              ^ tooHigh {"level":4,"nproc":2}
      `,
    },
    {
      name: 'the level wins and is too low',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        parallelLevel: 2
        #              ^ tooLow {"level":2,"nproc":4}
      `,
    },
    {
      name: 'level-before-torchrun: torchrun wins',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        parallelLevel: 1
        #              ^ overridden {"level":1,"nproc":2}
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'a duplicate moves behind torchrun',
      source: yaml`
        parallelType: tp
        parallelLevel: 2
        torchrun: {nproc-per-node: 4}
        parallelLevel: 3
        #              ^ tooLow {"level":3,"nproc":4}
      `,
    },
    {
      name: 'an ignored nproc-per-node counts as 1',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: "8"
        parallelLevel: 8
        #              ^ tooHigh {"level":8,"nproc":1}
      `,
    },
    {
      name: 'custom',
      source: yaml`
        parallelType: custom
        asyncCommunication: true
        parallelLevel: 4
        #              ^ custom {"level":4,"nproc":2,"value":2}
        torchrun:
          nproc-per-node: 2
      `,
    },
  ],
});
