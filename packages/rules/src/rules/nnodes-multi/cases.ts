import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { nnodesMulti } from './rule.ts';

export const cases = defineCases(nnodesMulti, {
  valid: [
    {
      name: 'one node',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nnodes: 1
          nproc-per-node: 4
      `,
    },
    {
      name: 'torchrun does not run',
      source: yaml`
        torchrun:
          nnodes: 2
          nproc-per-node: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'two nodes',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nnodes: 2
        #         ^ several {"nodes":2}
          nproc-per-node: 4
      `,
    },
  ],
});
