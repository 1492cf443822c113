import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { integerKeyOverflow } from './rule.ts';

export const cases = defineCases(integerKeyOverflow, {
  valid: [
    {
      name: 'd02820: the largest integer',
      example: true,
      source: yaml`
        clientTimeoutInMills: 2147483647
      `,
    },
    {
      name: 'nproc-per-node, which has a rule of its own',
      source: yaml`
        torchrun:
          nproc-per-node: 2147483648
      `,
    },
  ],
  invalid: [
    {
      name: 'too many milliseconds',
      example: true,
      source: yaml`
        clientTimeoutInMills: 3000000000
        #                     ^^^^^^^^^^ overflow {"key":"clientTimeoutInMills","written":"3000000000","value":"0"}
      `,
    },
    {
      name: 'd02374: far too many',
      source: yaml`
        jobQueueSize: 99999999999
        #             ^^^^^^^^^^^ overflow {"key":"jobQueueSize","written":"99999999999","value":"100"}
      `,
    },
    {
      name: 'd02856: in torchrun',
      source: yaml`
        useVenv: no
        torchrun:
          nnodes: 2147483648
        #         ^^^^^^^^^^ overflow {"key":"torchrun.nnodes","written":"2147483648","value":"1"}
      `,
    },
    {
      name: 'below the smallest integer',
      source: yaml`
        responseTimeout: -2147483649
        #                ^^^^^^^^^^^ overflow {"key":"responseTimeout","written":"-2147483649","value":"120"}
      `,
    },
    {
      name: 'a60_longoctal: too many zeros for an integer',
      source: yaml`
        minWorkers: 000000000000002
        #           ^^^^^^^^^^^^^^^ zeros {"key":"minWorkers","written":"000000000000002","value":"1 (assumed)"}
      `,
    },
  ],
});
