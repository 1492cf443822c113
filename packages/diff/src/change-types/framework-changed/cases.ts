import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { frameworkChanged } from './change-type.ts';

export const cases = defineCases(frameworkChanged, {
  changed: [
    {
      name: 'PiPPy becomes DeepSpeed',
      example: true,
      base: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 4
        pippy:
        # @4:1-4:6 changed
          input_names: [input_ids]
        handler:
          model_path: model
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        deepspeed:
        # @4:1-4:10 changed
          config: ds-config.json
        handler:
          model_path: model
      `,
      expected: [{ messageId: 'changed', params: { base: 'pippy', head: 'deepspeed' }, impact: 'breaking' }],
    },
  ],
  unchanged: [
    {
      name: 'the same framework',
      base: yaml`
        pippy:
          chunks: 1
      `,
      head: yaml`
        pippy:
          chunks: 2
      `,
    },
  ],
});
