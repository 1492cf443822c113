import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { trtllmMissingKey } from './rule.ts';

export const cases = defineCases(trtllmMissingKey, {
  valid: [
    {
      name: 'both directories',
      example: true,
      archive: { manifest: { handler: 'trt_llm_handler' } },
      source: yaml`
        handler:
          engine_dir: engine
          tokenizer_dir: tokenizer
      `,
    },
    {
      name: 'another handler',
      archive: { manifest: { handler: 'handler.py' } },
      source: yaml`
        handler:
          engine_dir: engine
      `,
    },
  ],
  invalid: [
    {
      name: 'one directory',
      example: true,
      archive: { manifest: { handler: 'trt_llm_handler' } },
      source: yaml`
        handler:
        #^^^^^^ missing {"keys":"tokenizer_dir"}
          engine_dir: engine
      `,
    },
    {
      name: 'no section',
      archive: { manifest: { handler: 'trt_llm_handler' } },
      source: yaml`
        minWorkers: 1
        # @1:1-1:14 noSection nearest
      `,
    },
  ],
});
