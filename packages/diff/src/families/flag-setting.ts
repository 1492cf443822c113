import type { UpstreamReference } from '@topodiff/schema';
import type { ChangeArea } from '../change.ts';
import type { ChangeType, ImpactCase } from '../change-type.ts';

/** One direction of a setting that is on or off. */
export interface FlagSettingChange {
  readonly id: string;
  readonly opposite: string;
  readonly description: string;
  readonly area: ChangeArea;
  readonly action: 'added' | 'removed';
  readonly key: string;
  readonly message: string;
  readonly impacts: readonly ImpactCase[];
  readonly upstream: readonly UpstreamReference[];
}

/** A change type for a flag that went on (`added`) or off (`removed`). */
export function defineFlagSettingChange(change: FlagSettingChange): ChangeType<'changed'> {
  return {
    id: change.id,
    description: change.description,
    area: change.area,
    action: change.action,
    opposite: change.opposite,
    messages: { changed: change.message },
    impacts: change.impacts,
    upstream: change.upstream,
    find({ settings }) {
      const flag = settings.find(({ key }) => key === change.key);
      if (flag?.isValueChanged !== true || flag.head?.value !== (change.action === 'added')) return [];
      return [{ messageId: 'changed', at: flag.path }];
    },
  };
}
