import type { MessageParams, UpstreamReference } from '@topodiff/schema';
import type { ChangeAction, ChangeArea } from '../change.ts';
import type { ChangeType, ImpactCase } from '../change-type.ts';
import type { ConfigurationSide } from '../configuration-side.ts';
import type { Sides } from '../sides.ts';
import type { Unit } from '../show-setting.ts';
import { showSetting } from '../show-setting.ts';
import { levelPath } from '../level-path.ts';

/** One way in which a setting that is a number can change. */
export interface NumericSettingChange {
  readonly id: string;
  readonly opposite: string;
  readonly description: string;
  readonly area: ChangeArea;
  readonly action: ChangeAction;
  /** Keys as in the file; more than one for settings that are the same kind of limit. */
  readonly keys: readonly string[];
  readonly unit?: Unit;
  /** With `{key}`, `{base}` and `{head}`. */
  readonly message: string;
  readonly impacts: readonly ImpactCase[];
  readonly upstream: readonly UpstreamReference[];
  /** Parameters beside these, for `impacts` to ask. */
  readonly parameters?: (running: Sides<ConfigurationSide>) => MessageParams;
  /** Whether these two values are the change; by default head is larger, or smaller, as `action` says. */
  readonly when?: (base: number, head: number, key: string) => boolean;
}

/** A change type for a number that TorchServe works with. */
export function defineNumericSettingChange(change: NumericSettingChange): ChangeType<'changed'> {
  const { keys, unit } = change;
  const when = change.when ?? ((base, head) => (change.action === 'increased' ? head > base : head < base));
  return {
    id: change.id,
    description: change.description,
    area: change.area,
    action: change.action,
    opposite: change.opposite,
    messages: { changed: change.message },
    impacts: change.impacts,
    upstream: change.upstream,
    find: ({ running, settings }) =>
      settings.flatMap(({ key, path, base, head, isValueChanged }) => {
        if (running === null || !isValueChanged || !keys.includes(key)) return [];
        if (typeof base?.value !== 'number' || typeof head?.value !== 'number') return [];
        if (!when(base.value, head.value, key)) return [];
        return [
          {
            messageId: 'changed' as const,
            at: head.cause === 'capacity' ? levelPath(running.head) : path,
            baseAt: base.cause === 'capacity' ? levelPath(running.base) : path,
            params: {
              key,
              base: showSetting(base, unit),
              head: showSetting(head, unit),
              ...change.parameters?.(running),
            },
          },
        ];
      }),
  };
}
