import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { configFileRenamed } from './change-type.ts';

export const cases = defineCases(configFileRenamed, {
  changed: [
    {
      name: 'another folder',
      example: true,
      basePath: 'llama/model-config.yaml',
      headPath: 'llms/llama/model-config.yaml',
      base: yaml`
        batchSize: 1
        # @1:1-1:13 renamed
      `,
      head: yaml`
        batchSize: 1
        # @1:1-1:13 renamed
      `,
      expected: [
        {
          messageId: 'renamed',
          params: { base: 'llama/model-config.yaml', head: 'llms/llama/model-config.yaml' },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'the same path',
      base: yaml`
        batchSize: 1
      `,
      head: yaml`
        batchSize: 2
      `,
    },
  ],
});
