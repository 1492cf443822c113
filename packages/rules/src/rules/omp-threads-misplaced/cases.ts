import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { ompThreadsMisplaced } from './rule.ts';

export const cases = defineCases(ompThreadsMisplaced, {
  valid: [
    {
      name: 'the right name in the right place',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          OMP_NUMBER_THREADS: 4
      `,
    },
  ],
  invalid: [
    {
      name: "d02800: the environment variable's name in torchrun",
      example: true,
      source: yaml`
        torchrun:
          OMP_NUMBER_THREADS: 0
          node-rank: 
          OMP_NUM_THREADS: 2
        # ^^^^^^^^^^^^^^^ wrongName {"key":"OMP_NUM_THREADS","threads":1}
      `,
    },
    {
      name: 'outside torchrun',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
        OMP_NUMBER_THREADS: 4
        #^^^^^^^^^^^^^^^^^ outside {"key":"OMP_NUMBER_THREADS","threads":1}
      `,
      fixed: yaml`
        parallelType: tp
        torchrun:
          OMP_NUMBER_THREADS: 4
          nproc-per-node: 2
      `,
    },
    {
      name: 'without any torchrun',
      source: yaml`
        OMP_NUM_THREADS: 4
        #^^^^^^^^^^^^^^ withoutTorchrun {"key":"OMP_NUM_THREADS"}
      `,
    },
  ],
});
