import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { pippyMissingKey } from './rule.ts';

export const cases = defineCases(pippyMissingKey, {
  valid: [
    {
      name: 'everything that it reads',
      example: true,
      source: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 4
        pippy:
          rpc_timeout: 1800
          num_worker_threads: 512
          model_type: HF
          input_names: [input_ids]
        handler:
          model_path: model
      `,
    },
    {
      name: 'a section that nobody reads, which has a rule of its own',
      source: yaml`
        pippy:
          chunks: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'the sample of the documentation',
      example: true,
      source: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 4
        pippy:
        #^^^^ modelPath
        #^^^^ section {"keys":"input_names"}
          rpc_timeout: 1800
          num_worker_threads: 512
          model_type: HF
        handler:
          max_length: 80
      `,
    },
  ],
});
