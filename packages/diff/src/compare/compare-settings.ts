import type { ConfigPath } from '@topodiff/schema';
import type { EffectiveConfig, Setting } from '@topodiff/topology';
import type { ConfigurationSide } from '../configuration-side.ts';
import type { Sides } from '../sides.ts';
import { areEqualValues } from './equal-values.ts';
import { areEqualEffects, isIneffective, isInEffect, isInert, settingsByKey } from './setting-effect.ts';

/** One setting on both sides, and what became of it. A side is undefined when the file has no usable torchrun section. */
export interface SettingComparison {
  readonly key: string;
  readonly path: ConfigPath;
  readonly base: Setting<unknown> | undefined;
  readonly head: Setting<unknown> | undefined;
  /**
   * Whether what the file says counts: it did and no longer does, it did not and now does, it changed and TorchServe does
   * the same as before, or none of these.
   */
  readonly transition: 'became-ineffective' | 'became-effective' | 'without-effect' | 'none';
  /** TorchServe works with another value, in a situation where it reads the setting at all on both sides. */
  readonly isValueChanged: boolean;
}

/** Compares every setting of two configurations that the frontend reads. */
export function compareSettings(sides: Sides<ConfigurationSide>): readonly SettingComparison[] {
  const base = settingsByKey(sides.base.effective);
  const head = settingsByKey(sides.head.effective);
  return [...new Set([...base.keys(), ...head.keys()])].map((key) =>
    compareSetting(
      key,
      { setting: base.get(key), effective: sides.base.effective },
      { setting: head.get(key), effective: sides.head.effective },
    ),
  );
}

interface SettingOfSide {
  readonly setting: Setting<unknown> | undefined;
  readonly effective: EffectiveConfig;
}

function compareSetting(key: string, base: SettingOfSide, head: SettingOfSide): SettingComparison {
  const isBaseDead = isDead(key, base);
  const isHeadDead = isDead(key, head);
  const isSameEffect =
    (isBaseDead && isHeadDead) || areEqualEffects(effectOf(key, base), effectOf(key, head));
  return {
    key,
    path: (head.setting ?? base.setting)?.path ?? [],
    base: base.setting,
    head: head.setting,
    transition: findTransition(base, head, { isBaseDead, isHeadDead, isSameEffect }),
    isValueChanged: !isBaseDead && !isHeadDead && !isSameEffect,
  };
}

function findTransition(
  base: SettingOfSide,
  head: SettingOfSide,
  { isBaseDead, isHeadDead, isSameEffect }: Record<'isBaseDead' | 'isHeadDead' | 'isSameEffect', boolean>,
): SettingComparison['transition'] {
  const isUsed = (side: SettingOfSide) =>
    side.setting !== undefined && isInEffect(side.setting, side.effective);
  const isUseless = (side: SettingOfSide) =>
    side.setting !== undefined && isIneffective(side.setting, side.effective);
  if (isUsed(base) && (isHeadDead || isUseless(head))) return 'became-ineffective';
  if (isUsed(head) && (isBaseDead || isUseless(base))) return 'became-effective';
  if (areEqualValues(base.setting?.declared, head.setting?.declared)) return 'none';
  return isSameEffect || isBaseDead !== isHeadDead ? 'without-effect' : 'none';
}

/** Nothing reads the setting on this side; a torchrun key of a file without a usable section is one of these. */
function isDead(key: string, { setting, effective }: SettingOfSide): boolean {
  if (setting !== undefined) return isInert(setting, effective);
  return key !== nprocKey;
}

/** What the setting comes to. nproc-per-node has two: ranks of a torchrun worker, and the level of a `custom` one. */
function effectOf(key: string, { setting, effective }: SettingOfSide): unknown {
  const { parallelType, parallelLevel } = effective.settings;
  if (key === nprocKey && parallelType.value === 'CUSTOM') return parallelLevel.value;
  return setting?.value;
}

const nprocKey = 'torchrun.nproc-per-node';
