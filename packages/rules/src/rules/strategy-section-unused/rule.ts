import { torchserve, valueAt } from '@topodiff/schema';
import type { ParallelType } from '@topodiff/topology';
import { handlerRoot } from '../../handler-root.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';

type MessageId = 'plain' | 'custom' | 'otherType';

/** The parallel types under which the section of a framework is at work. */
const strategies: readonly {
  readonly section: string;
  readonly wanted: string;
  readonly types: readonly ParallelType[];
}[] = [
  { section: 'pippy', wanted: 'pp', types: ['PP', 'PPTP'] },
  { section: 'deepspeed', wanted: 'tp', types: ['TP', 'PPTP'] },
];

export const strategySectionUnused = defineRule({
  id: 'strategy-section-unused',
  description: 'Require the parallelType that belongs to a pippy or deepspeed section',
  rationale:
    'The section only configures a handler; which processes run, and which of them get a request, is decided by parallelType. PiPPy needs pp, DeepSpeed needs tp. Without a type, or with custom, the handler runs alone in one process, or nobody reads the section.',
  area: 'framework',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source', 'documentation'],
  upstream: [
    torchserve('docs/large_model_inference.md', 'the parallel type of each framework', '91-92'),
    torchserve(
      'ts/handler_utils/distributed/pt_pippy.py',
      'initialize_rpc_workers: needs the ranks of torchrun',
    ),
    torchserve('ts/handler_utils/distributed/deepspeed.py', 'get_ds_engine: needs the ranks of torchrun'),
  ],
  messages: {
    plain:
      'The {section} section is set, but no parallel type is in effect: the handler runs alone in one process.',
    custom:
      'The {section} section is set, but parallelType custom starts one process: the handler runs alone.',
    otherType:
      'The {section} section is set, but parallelType is {type}: TorchServe sends the requests as {type} needs it, not as {section} does.',
  },
  suggestions: {
    plain: 'Set parallelType {wanted} with torchrun, or remove the section.',
    custom: 'Set parallelType {wanted} with torchrun, or remove the section.',
    otherType: 'Set parallelType {wanted}, or remove the section.',
  },
  check: ({ effective }) => {
    const root = handlerRoot(effective);
    const type = effective.settings.parallelType.value;
    return strategies
      .filter(({ section, types }) => valueAt(root, [section]) !== undefined && !types.includes(type))
      .map(({ section, wanted }) => describeSection(section, wanted, type));
  },
});

function describeSection(section: string, wanted: string, type: ParallelType): FindingDraft<MessageId> {
  const place = { at: [section], target: 'key' as const };
  if (type === 'NONE') return { messageId: 'plain', ...place, params: { section, wanted } };
  if (type === 'CUSTOM') return { messageId: 'custom', ...place, params: { section, wanted } };
  return { messageId: 'otherType', ...place, params: { section, wanted, type: type.toLowerCase() } };
}
