import { torchserve } from '@topodiff/schema';
import type { FrontendSettings } from './effective-config.ts';
import { fromSnapshot } from './from-snapshot.ts';
import { isTaken, settle, settleAs } from './make-setting.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Setting } from './setting.ts';

type ParallelismSettings = Pick<FrontendSettings, 'parallelType' | 'parallelLevel'>;

/**
 * Parallel type and level: both or neither. `torchrun` writes its nproc-per-node into the level, so the later of both keys
 * decides it; a level without a type and a type without a level are dropped without a word.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/Model.java (constructor, 100-105) and
 * archive/model/ModelConfig.java (152-175).
 */
export function resolveParallelismSettings(context: ResolveContext): ParallelismSettings {
  const { configured, behaviours, snapshot } = context;
  const type = configured.parallelType;
  const level = configured.parallelLevel;
  const upstream = torchserve('wlm/Model.java', 'parallelLevel', '100-105');
  const isParallel = type.configured !== 'NONE' && level.configured >= behaviours.smallestParallelLevel;
  const parallelLevel: Setting<number> = isParallel
    ? settle(levelField(context), upstream)
    : settleAs(
        level,
        isTaken(level) && level.configured > 0
          ? { value: 0, origin: 'ignored', cause: 'level-without-type' }
          : { value: 0 },
        upstream,
      );
  return {
    parallelType: isParallel
      ? settle(type, upstream)
      : settleAs(
          type,
          type.configured === 'NONE'
            ? { value: 'NONE' }
            : { value: 'NONE', origin: 'ignored', cause: 'type-without-level' },
          upstream,
        ),
    // A snapshot of a model that was parallel holds the level, and leaves the type to the file.
    parallelLevel:
      snapshot !== null && snapshot !== 'unknown' && snapshot.parallelLevel !== undefined
        ? fromSnapshot(parallelLevel, snapshot, 'parallelLevel')
        : parallelLevel,
  };
}

/** The level's field; where only torchrun sets it, with what became of nproc-per-node. */
function levelField({ configured }: ResolveContext): ResolveContext['configured']['parallelLevel'] {
  const { parallelLevel, torchrun } = configured;
  if (torchrun === null || parallelLevel.declared !== undefined) return parallelLevel;
  const { origin, cause } = torchrun.nprocPerNode;
  return { ...parallelLevel, origin, ...(cause === undefined ? {} : { cause }) };
}
