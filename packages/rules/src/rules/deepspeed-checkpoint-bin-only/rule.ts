import { torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const deepspeedCheckpointBinOnly = defineRule({
  id: 'deepspeed-checkpoint-bin-only',
  description: 'Require .bin weights for deepspeed.checkpoint',
  rationale:
    'TorchServe writes the checkpoint file itself and lists the weights below model_path by their ending: .bin is found, .safetensors and .pt never are.',
  area: 'framework',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.8.2' },
  evidence: ['source'],
  upstream: [torchserve('ts/handler_utils/distributed/deepspeed.py', 'generate_checkpoints_json', '11-19')],
  upstreamIssues: [2569],
  messages: {
    binOnly:
      'deepspeed.checkpoint is generated from the .bin files below model_path: .safetensors and .pt are not listed.',
  },
  suggestions: { binOnly: 'Make sure that the weights are .bin files, or leave the key out.' },
  check: ({ effective }) => {
    const at = ['deepspeed', 'checkpoint'];
    const name = valueAt(handlerRoot(effective), at);
    return name?.kind === 'string' ? [{ messageId: 'binOnly' as const, at, target: 'key' as const }] : [];
  },
});
