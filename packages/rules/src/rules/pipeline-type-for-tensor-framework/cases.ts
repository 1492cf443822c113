import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { pipelineTypeForTensorFramework } from './rule.ts';

export const cases = defineCases(pipelineTypeForTensorFramework, {
  valid: [
    {
      name: 'tp with DeepSpeed',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        deepspeed:
          config: ds-config.json
      `,
    },
    {
      name: 'pp with PiPPy',
      source: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 4
        pippy:
          chunks: 1
      `,
    },
    {
      name: 'pp with a handler that nobody knows',
      source: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 4
        handler:
          model_path: m
      `,
    },
  ],
  invalid: [
    {
      name: 'pp with DeepSpeed',
      example: true,
      source: yaml`
        parallelType: pp
        #             ^^ rank0 {"section":"deepspeed"}
        torchrun:
          nproc-per-node: 4
        deepspeed:
          config: ds-config.json
      `,
    },
    {
      name: 'pp with DeepSpeed-MII',
      source: yaml`
        parallelType: PP
        #             ^^ rank0 {"section":"handler.tensor_parallel"}
        torchrun:
          nproc-per-node: 4
        handler:
          tensor_parallel: 4
      `,
    },
    {
      name: 'pp with native tensor parallelism',
      source: yaml`
        parallelType: pp
        #             ^^ rank0 {"section":"handler.converted_ckpt_dir"}
        torchrun:
          nproc-per-node: 4
        handler:
          converted_ckpt_dir: c
      `,
    },
    {
      name: 'd00716: as it was recorded',
      source: yaml`
        parallelType: pp
        deepspeed:
            config: ds-config.json
        # @1:15-1:17 rank0 {"section":"deepspeed"}
      `,
    },
  ],
});
