import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { microBatchingInvalid } from './rule.ts';

export const cases = defineCases(microBatchingInvalid, {
  valid: [
    {
      name: 'threads for every step',
      example: true,
      source: yaml`
        micro_batching:
          micro_batch_size: 4
          parallelism:
            preprocess: 2
            inference: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'a size of nothing, and a step without threads',
      example: true,
      source: yaml`
        micro_batching:
          micro_batch_size: 0
        #                   ^ size {"written":"0"}
          parallelism:
            preprocess: 0
        #               ^ noThreads {"step":"preprocess"}
            inference: -1
        #              ^^ negative {"step":"inference","written":"-1"}
            predict: 1
        #   ^^^^^^^ step {"step":"predict"}
      `,
    },
  ],
});
