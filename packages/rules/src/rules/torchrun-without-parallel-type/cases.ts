import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { torchrunWithoutParallelType } from './rule.ts';

export const cases = defineCases(torchrunWithoutParallelType, {
  valid: [
    {
      name: 'tp-4: with a type',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'custom, which has a rule of its own',
      source: yaml`
        parallelType: custom
        torchrun:
          nproc-per-node: 1
      `,
    },
    {
      name: 'a torchrun that is no map is no torchrun',
      source: yaml`
        torchrun:
      `,
    },
  ],
  invalid: [
    {
      name: 'torchrun-without-type: no type',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        torchrun:
        #^^^^^^^ noType
          nproc-per-node: 4
      `,
    },
    {
      name: 'torchrun-invalid-type: a type that TorchServe does not know',
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: ddp
        torchrun:
        #^^^^^^^ unknownType {"written":"ddp"}
          nproc-per-node: 4
      `,
    },
    {
      name: 'an empty type',
      source: yaml`
        parallelType: ""
        torchrun:
        #^^^^^^^ noType
          nproc-per-node: 4
      `,
    },
  ],
});
