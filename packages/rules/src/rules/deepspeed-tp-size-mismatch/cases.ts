import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { deepspeedTpSizeMismatch } from './rule.ts';

export const cases = defineCases(deepspeedTpSizeMismatch, {
  valid: [
    {
      name: 'the same number',
      example: true,
      relatedFiles: { 'ds-config.json': '{"tensor_parallel": {"tp_size": 2}}' },
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
        deepspeed:
          config: ds-config.json
      `,
    },
    {
      name: 'a file that is not there, which has a rule of its own',
      relatedFiles: { 'ds-config.json': null },
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
        deepspeed:
          config: ds-config.json
      `,
    },
  ],
  invalid: [
    {
      name: 'half of the ranks',
      example: true,
      relatedFiles: { 'ds-config.json': '{"tensor_parallel": {"tp_size": 2}}' },
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        deepspeed:
          config: ds-config.json
        #         ^^^^^^^^^^^^^^ differs {"file":"ds-config.json","size":2,"ranks":4}
      `,
    },
    {
      name: 'no size',
      relatedFiles: { 'ds-config.json': '{"dtype": "fp16"}' },
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        deepspeed:
          config: ds-config.json
        #         ^^^^^^^^^^^^^^ unset {"file":"ds-config.json","ranks":4}
      `,
    },
  ],
});
