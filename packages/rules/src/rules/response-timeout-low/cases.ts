import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { responseTimeoutLow } from './rule.ts';

export const cases = defineCases(responseTimeoutLow, {
  valid: [
    {
      name: 'long enough',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        responseTimeout: 120
      `,
    },
    {
      name: 'asynchronous workers have no such timeout',
      source: yaml`
        asyncCommunication: true
        handler:
          vllm_engine_config: {}
      `,
    },
    {
      name: 'nothing speaks for a large model',
      source: yaml`
        responseTimeout: 10
      `,
    },
    {
      name: 'a wrong value, which another rule reports',
      source: yaml`
        parallelType: tp
        responseTimeout: 0
      `,
    },
  ],
  invalid: [
    {
      name: 'not set',
      example: true,
      source: yaml`
        parallelType: tp
        #^^^^^^^^^^^ absent {"marker":"parallelType"}
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'the shortest',
      source: yaml`
        parallelType: pp
        responseTimeout: 1
        #                ^ low {"marker":"parallelType","seconds":1}
      `,
    },
    {
      name: 'short',
      source: yaml`
        handler:
          tp_degree: 24
        responseTimeout: 60
        #                ^^ low {"marker":"handler.tp_degree","seconds":60}
      `,
    },
    {
      name: 'd01390: as it was recorded',
      source: yaml`
        parallelType: pp
        # @1:1-1:13 absent {"marker":"parallelType"}
      `,
    },
  ],
});
