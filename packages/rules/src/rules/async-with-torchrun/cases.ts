import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { asyncWithTorchrun } from './rule.ts';

export const cases = defineCases(asyncWithTorchrun, {
  valid: [
    {
      name: 'synchronous',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'a single process',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 1
        asyncCommunication: true
      `,
    },
    {
      name: 'custom-with-torchrun: custom starts no torchrun',
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: custom
        torchrun:
          nproc-per-node: 2
        asyncCommunication: true
      `,
    },
  ],
  invalid: [
    {
      name: 'several processes',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        asyncCommunication: true
        #                   ^^^^ ranks {"nproc":4}
      `,
    },
  ],
});
