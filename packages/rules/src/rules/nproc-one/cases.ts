import { yaml } from '@topodiff/testkit';
import { defineCases, gpus, torchserveVersion } from '../../testing/define-cases.ts';
import { nprocOne } from './rule.ts';

export const cases = defineCases(nprocOne, {
  valid: [
    {
      name: 'tp-4: four processes',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'torchrun-nproc-string: a number that is dropped, which has a rule of its own',
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: "2"
      `,
    },
  ],
  invalid: [
    {
      name: 'one process',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 1
        #                 ^ single {"type":"tp"}
      `,
    },
    {
      name: 'torchrun-empty-map: the default',
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun: {}
        #^^^^^^^ single {"type":"tp"} nearest
      `,
    },
    {
      name: 'in 0.8.2',
      host: torchserveVersion('0.8.2'),
      source: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 1
        #                 ^ plain
      `,
    },
  ],
});
