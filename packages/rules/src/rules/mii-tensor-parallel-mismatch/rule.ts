import { torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const miiTensorParallelMismatch = defineRule({
  id: 'mii-tensor-parallel-mismatch',
  description: 'Require handler.tensor_parallel to be nproc-per-node',
  rationale:
    'DeepSpeed-MII divides the model by handler.tensor_parallel over the ranks that torchrun starts. Nobody was seen to try other numbers.',
  area: 'framework',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source', 'unverified'],
  upstream: [
    torchserve('examples/large_models/deepspeed_mii/LLM/mii_handler.py', 'initialize: tensor_parallel'),
  ],
  messages: { differs: 'handler.tensor_parallel is {size}, but torchrun starts {ranks} ranks.' },
  suggestions: { differs: 'Write the same number in both.' },
  check: ({ effective }) => {
    const { torchrun, parallelType } = effective.settings;
    const at = ['handler', 'tensor_parallel'];
    const size = valueAt(handlerRoot(effective), at);
    if (size?.kind !== 'integer' || torchrun === null) return [];
    if (parallelType.value === 'NONE' || parallelType.value === 'CUSTOM') return [];
    const ranks = torchrun.nprocPerNode.value;
    if (size.value === BigInt(ranks)) return [];
    return [{ messageId: 'differs' as const, at, params: { size: String(size.value), ranks } }];
  },
});
