import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { rdzvEndpointDefaultShared } from './rule.ts';

export const cases = defineCases(rdzvEndpointDefaultShared, {
  valid: [
    {
      name: 'one worker',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'an endpoint of its own',
      host: gpus(4),
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-endpoint: localhost:0
      `,
    },
  ],
  invalid: [
    {
      name: 'two workers',
      example: true,
      host: gpus(8),
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        parallelType: tp
        torchrun:
        #^^^^^^^ shared {"workers":2}
          nproc-per-node: 4
      `,
    },
    {
      name: 'two models',
      host: gpus(8),
      beside: { other: 'minWorkers: 1\nmaxWorkers: 1\nparallelType: pp\ntorchrun: {nproc-per-node: 2}\n' },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
        #^^^^^^^ shared {"workers":2}
          nproc-per-node: 4
      `,
    },
  ],
});
