import type { ConfigPath, ConfigValue, UpstreamReference } from '@topodiff/schema';
import { formatConfigPath } from '@topodiff/schema';
import type { ChangeDraft, ChangeType, ImpactCase } from '../change-type.ts';
import type { ChangeAction } from '../change.ts';
import type { ValueDifference } from '../compare/compare-sections.ts';
import { showDeclared } from '../show-setting.ts';

/** One way in which a part of the file that TorchServe hands to the handler can change. */
export interface SectionSettingChange<MessageId extends string> {
  readonly id: string;
  readonly opposite: string;
  readonly description: string;
  readonly area: 'framework' | 'handler';
  readonly action: ChangeAction;
  /** With `{key}`, and what `base` and `head` hold; `many` with `{key}` and `{count}`. */
  readonly messages: Readonly<Record<MessageId, string>>;
  readonly impacts: readonly ImpactCase[];
  readonly upstream: readonly UpstreamReference[];
}

/** A change type for keys of the file that only the handler, or its framework, reads: typed as PyYAML types them. */
export function defineSectionSettingChange<MessageId extends 'changed' | 'many'>(
  change: SectionSettingChange<MessageId>,
): ChangeType<MessageId> {
  return {
    ...change,
    find: ({ sections }) =>
      sections
        .filter(({ kind, path }) => {
          const area = isFrameworkPath(path) ? 'framework' : 'handler';
          return area === change.area && (kind === 'many' ? 'changed' : kind) === change.action;
        })
        .map((difference) => describeDifference(difference) as ChangeDraft<MessageId>), // `many` occurs for `changed` only, whose messages have both
  };
}

/** Keys of a handler section by which an engine decides how the model is loaded and divided. */
const engineKeys = new Set([
  'vllm_engine_config',
  'kv_cache_config',
  'engine_dir',
  'tp_degree',
  'tensor_parallel',
]);

function isFrameworkPath([section, key]: ConfigPath): boolean {
  if (section === 'pippy' || section === 'deepspeed') return true;
  return section === 'handler' && typeof key === 'string' && engineKeys.has(key);
}

function describeDifference({
  path,
  kind,
  base,
  head,
  count,
}: ValueDifference): ChangeDraft<'changed' | 'many'> {
  const key = path.length === 0 ? 'the file' : formatConfigPath(path);
  if (kind === 'many') return { messageId: 'many', at: path, target: 'key', params: { key, count } };
  return {
    messageId: 'changed',
    at: path,
    params: {
      key,
      ...(base === undefined ? {} : { base: showValue(base) }),
      ...(head === undefined ? {} : { head: showValue(head) }),
    },
  };
}

/** A value as the file has it; a collection by its size when it is long. */
function showValue(value: ConfigValue): string {
  const text = showDeclared(value);
  if (text.length <= 60) return text;
  if (value.kind === 'map') return `a map of ${value.entries.length} keys`;
  if (value.kind === 'list') return `a list of ${value.items.length} items`;
  return text;
}
