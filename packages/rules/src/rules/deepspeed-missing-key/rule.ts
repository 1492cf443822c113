import { entryOf, torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';

type MessageId = 'modelPath' | 'noConfigFile';

export const deepspeedMissingKey = defineRule({
  id: 'deepspeed-missing-key',
  description: 'Require what the DeepSpeed handler needs to load',
  rationale:
    'TorchServe’s DeepSpeed handler reads handler.model_path without a default, which the documentation’s sample lacks, and opens the file that deepspeed.config names.',
  area: 'framework',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.8.2' },
  inputs: ['related-files'],
  evidence: ['source'],
  upstream: [torchserve('ts/handler_utils/distributed/deepspeed.py', 'get_ds_engine')],
  messages: {
    modelPath: 'The DeepSpeed handler needs handler.model_path: the model fails to load.',
    noConfigFile: 'deepspeed.config names {file}, which is not there: the model fails to load.',
  },
  suggestions: {
    modelPath: 'Add model_path to the handler section.',
    noConfigFile: 'Add {file} to the archive with --extra-files.',
  },
  whenNotToUse: 'When a handler of your own, not one derived from BaseDeepSpeedHandler, reads the section.',
  check: ({ effective, relatedFiles }) => {
    const root = handlerRoot(effective);
    const found: FindingDraft<MessageId>[] = [];
    if (entryOf(root, 'deepspeed')?.kind !== 'map') return found;
    const isStarted = ['TP', 'PPTP'].includes(effective.settings.parallelType.value);
    if (isStarted && valueAt(root, ['handler', 'model_path']) === undefined) {
      found.push({ messageId: 'modelPath', at: ['deepspeed'], target: 'key' });
    }
    const at = ['deepspeed', 'config'];
    const file = valueAt(root, at);
    if (file?.kind === 'string' && relatedFiles?.get(file.value) === null) {
      found.push({ messageId: 'noConfigFile', at, params: { file: file.value } });
    }
    return found;
  },
});
