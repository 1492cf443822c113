import { parseDeepspeedConfig, torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const deepspeedTpSizeMismatch = defineRule({
  id: 'deepspeed-tp-size-mismatch',
  description: 'Require the tp_size of DeepSpeed to be nproc-per-node',
  rationale:
    'DeepSpeed groups the first tp_size ranks. With fewer the other ranks stand outside the group, with more the group cannot be made; its default of 1 is a whole copy of the model on every rank.',
  area: 'framework',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'related-files',
  evidence: ['source', 'documentation'],
  upstream: [
    torchserve('ts/handler_utils/distributed/deepspeed.py', 'get_ds_engine: the configuration as it is'),
    torchserve('docs/large_model_inference.md', 'the DeepSpeed sample'),
  ],
  messages: {
    differs: '{file} has tp_size {size}, but torchrun starts {ranks} ranks.',
    unset:
      '{file} sets no tp_size, which is 1 to DeepSpeed: each of the {ranks} ranks holds the whole model.',
  },
  suggestions: {
    differs: 'Set tp_size to {ranks}, or nproc-per-node to {size}.',
    unset: 'Set tensor_parallel.tp_size to {ranks}.',
  },
  check: ({ effective, relatedFiles }) => {
    const { torchrun, parallelType } = effective.settings;
    const at = ['deepspeed', 'config'];
    const file = valueAt(handlerRoot(effective), at);
    if (file?.kind !== 'string' || torchrun === null || parallelType.value !== 'TP') return [];
    const text = relatedFiles.get(file.value);
    if (text === undefined || text === null) return [];
    const { tensorParallelSize: size, problems } = parseDeepspeedConfig(text);
    const ranks = torchrun.nprocPerNode.value;
    if (problems.length > 0 || size === ranks || (size === undefined && ranks === 1)) return [];
    return size === undefined
      ? [{ messageId: 'unset' as const, at, params: { file: file.value, ranks } }]
      : [{ messageId: 'differs' as const, at, params: { file: file.value, size, ranks } }];
  },
});
