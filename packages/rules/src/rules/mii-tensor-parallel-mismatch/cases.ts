import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { miiTensorParallelMismatch } from './rule.ts';

export const cases = defineCases(miiTensorParallelMismatch, {
  valid: [
    {
      name: 'the same number',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        handler:
          tensor_parallel: 4
      `,
    },
    {
      name: 'torchrun does not run',
      source: yaml`
        handler:
          tensor_parallel: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'half of the ranks',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        handler:
          tensor_parallel: 2
        #                  ^ differs {"size":"2","ranks":4}
      `,
    },
  ],
});
