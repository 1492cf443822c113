import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { startupTimeoutMissing } from './rule.ts';

export const cases = defineCases(startupTimeoutMissing, {
  valid: [
    {
      name: 'both timeouts are raised',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        responseTimeout: 1200
        startupTimeout: 1200
      `,
    },
    {
      name: 'nothing speaks for a large model',
      source: yaml`
        minWorkers: 1
        responseTimeout: 299
      `,
    },
    {
      name: 'before 0.12.0 responseTimeout limits loading',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        parallelType: tp
        responseTimeout: 1200
      `,
    },
    {
      name: 'a compilation that is switched off',
      source: yaml`
        pt2:
          compile:
            enable: false
      `,
    },
  ],
  invalid: [
    {
      name: 'only responseTimeout is raised',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        responseTimeout: 1200
        #                ^^^^ responseOnly {"seconds":1200}
      `,
    },
    {
      name: 'responseTimeout is raised to the least that speaks for slow loading',
      source: yaml`
        responseTimeout: 300
        #                ^^^ responseOnly {"seconds":300}
      `,
    },
    {
      name: 'a parallel type',
      source: yaml`
        parallelType: pp
        #^^^^^^^^^^^ largeModel {"marker":"parallelType"}
      `,
    },
    {
      name: 'a section of vLLM',
      source: yaml`
        asyncCommunication: true
        handler:
          vllm_engine_config:
        # ^^^^^^^^^^^^^^^^^^ largeModel {"marker":"handler.vllm_engine_config"}
            tensor_parallel_size: 4
      `,
    },
    {
      name: 'an engine of TensorRT-LLM',
      source: yaml`
        handler:
          tokenizer_dir: t
          engine_dir: e
        # ^^^^^^^^^^ largeModel {"marker":"handler.engine_dir"}
      `,
    },
    {
      name: 'compilation',
      source: yaml`
        pt2:
          compile:
        # ^^^^^^^ largeModel {"marker":"pt2.compile"}
            enable: true
      `,
    },
    {
      name: 'compilation in the old form',
      source: yaml`
        pt2: {backend: openvino}
        #     ^^^^^^^ largeModel {"marker":"pt2.backend"}
      `,
    },
    {
      name: 'the section of a framework',
      source: yaml`
        deepspeed:
        #^^^^^^^^ largeModel {"marker":"deepspeed"}
          config: ds-config.json
      `,
    },
  ],
});
