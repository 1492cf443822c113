import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { modelPathAbsolute } from './rule.ts';

export const cases = defineCases(modelPathAbsolute, {
  valid: [
    {
      name: 'a path in the model, and text with a slash',
      example: true,
      source: yaml`
        handler:
          model_path: model/checkpoints
          prompt: /start
      `,
    },
  ],
  invalid: [
    {
      name: 'a home directory',
      example: true,
      source: yaml`
        handler:
          model_path: /home/ubuntu/model
        #             ^^^^^^^^^^^^^^^^^^ absolute {"path":"/home/ubuntu/model"}
      `,
    },
  ],
});
