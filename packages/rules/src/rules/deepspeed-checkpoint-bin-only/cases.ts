import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { deepspeedCheckpointBinOnly } from './rule.ts';

export const cases = defineCases(deepspeedCheckpointBinOnly, {
  valid: [
    {
      name: 'no checkpoint file',
      example: true,
      source: yaml`
        deepspeed:
          config: ds-config.json
      `,
    },
  ],
  invalid: [
    {
      name: 'a checkpoint file',
      example: true,
      source: yaml`
        deepspeed:
          config: ds-config.json
          checkpoint: checkpoints.json
        # ^^^^^^^^^^ binOnly
      `,
    },
  ],
});
