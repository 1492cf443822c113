import type { ConfigValue } from '@topodiff/schema';
import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredValue, fitsInteger } from '../../settings.ts';
import { writtenValue } from '../../written-value.ts';

type MessageId = 'quoted' | 'text' | 'notPositive' | 'empty' | 'other';

export const nprocPerNodeInvalid = defineRule({
  id: 'nproc-per-node-invalid',
  description: 'Require nproc-per-node to be an integer of 1 or more',
  rationale:
    "TorchServe takes only an integer of 1 or more. torchrun's own words (gpu, auto), quoted numbers and everything else are ignored with a warning: the default of 1 stays, the parallel level becomes 1 with it, and the model that was meant for several GPUs runs on one.",
  area: 'launcher',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['observed'],
  upstream: [
    torchserve('archive/model/ModelConfig.java', 'TorchRun.build: nproc-per-node', '578'),
    torchserve(
      'archive/model/ModelConfig.java',
      'build: nproc-per-node becomes the parallel level',
      '166-175',
    ),
  ],
  messages: {
    quoted:
      'nproc-per-node is the text {written}: TorchServe ignores it, keeps its default and starts 1 process.',
    text: 'nproc-per-node is the text {written}: TorchServe ignores it, keeps its default and starts 1 process.',
    notPositive:
      'nproc-per-node is {written}: TorchServe ignores it, keeps its default and starts 1 process.',
    empty: 'nproc-per-node is empty: TorchServe keeps its default and starts 1 process.',
    other:
      'nproc-per-node is {written}, not an integer of 32 bits: TorchServe ignores it, keeps its default and starts 1 process.',
  },
  suggestions: {
    quoted: 'Write {integer}, without quotes.',
    text: 'Write the number of GPUs of one worker.',
    notPositive: 'Write the number of GPUs of one worker.',
    empty: 'Write the number of GPUs of one worker.',
    other: 'Write the number of GPUs of one worker.',
  },
  check: ({ effective: { settings } }) => {
    const setting = settings.torchrun?.nprocPerNode;
    const declared = declaredValue(setting);
    if (setting === undefined || declared === undefined) return [];
    const messageId = messageOf(declared);
    if (messageId === null) return [];
    const at = setting.path;
    if (messageId === 'empty') return [{ messageId, at }];
    const written = writtenValue(declared);
    const params = {
      written,
      ...(declared.kind === 'string' && messageId === 'quoted' ? { integer: declared.value } : {}),
    };
    const fix =
      messageId === 'quoted' && declared.kind === 'string'
        ? { fix: [{ kind: 'replace-value' as const, at, text: declared.value }] }
        : {};
    return [{ messageId, at, target: 'value', params, ...fix }];
  },
});

function messageOf(declared: ConfigValue): MessageId | null {
  if (declared.kind === 'null') return 'empty';
  if (declared.kind === 'string') return /^[1-9]\d{0,8}$/.test(declared.value) ? 'quoted' : 'text';
  if (declared.kind !== 'integer' || !fitsInteger(declared)) return 'other';
  return declared.value >= 1n ? null : 'notPositive';
}
