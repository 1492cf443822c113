import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { deepspeedMissingKey } from './rule.ts';

export const cases = defineCases(deepspeedMissingKey, {
  valid: [
    {
      name: 'a path and a file',
      example: true,
      relatedFiles: { 'ds-config.json': '{"tensor_parallel": {"tp_size": 2}}' },
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
        deepspeed:
          config: ds-config.json
        handler:
          model_path: model
      `,
    },
    {
      name: 'a file that nobody looked for',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
        deepspeed:
          config: ds-config.json
        handler:
          model_path: model
      `,
    },
  ],
  invalid: [
    {
      name: 'neither',
      example: true,
      relatedFiles: { 'ds-config.json': null },
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
        deepspeed:
        #^^^^^^^^ modelPath
          config: ds-config.json
        #         ^^^^^^^^^^^^^^ noConfigFile {"file":"ds-config.json"}
      `,
    },
  ],
});
