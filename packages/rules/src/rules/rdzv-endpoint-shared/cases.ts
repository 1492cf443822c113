import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { rdzvEndpointShared } from './rule.ts';

export const cases = defineCases(rdzvEndpointShared, {
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
          rdzv-endpoint: localhost:29400
      `,
    },
    {
      name: 'a free port for each worker',
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
    {
      name: 'two models at two ports',
      host: gpus(8),
      beside: {
        other:
          'minWorkers: 1\nmaxWorkers: 1\nparallelType: tp\ntorchrun: {nproc-per-node: 2, rdzv-endpoint: "localhost:29401"}\n',
      },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-endpoint: localhost:29400
      `,
    },
  ],
  invalid: [
    {
      name: 'two workers',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-endpoint: localhost:29400
        #                ^^^^^^^^^^^^^^^ workers {"workers":2,"endpoint":"localhost:29400"}
      `,
    },
    {
      name: 'two models',
      host: gpus(8),
      beside: {
        other:
          'minWorkers: 1\nmaxWorkers: 1\nparallelType: tp\ntorchrun: {nproc-per-node: 2, rdzv-endpoint: "localhost:29400"}\n',
      },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-endpoint: localhost:29400
        #                ^^^^^^^^^^^^^^^ models {"endpoint":"localhost:29400","other":"other"}
      `,
    },
  ],
});
