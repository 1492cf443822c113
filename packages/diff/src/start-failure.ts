import type { LaunchBlockerKind } from '@topodiff/topology';
import type { ChangeDraft } from './change-type.ts';
import { blockerTemplates } from './describe-blocker.ts';
import type { ConfigurationSide } from './configuration-side.ts';

/** Messages of a change type about models that never serve: one for each reason, which follows `start`. */
export function startFailureMessages(start: string): Readonly<Record<LaunchBlockerKind, string>> {
  return Object.fromEntries(
    Object.entries(blockerTemplates).map(([kind, clause]) => [kind, `${start}${clause}.`]),
  ) as Record<LaunchBlockerKind, string>; // the keys are those of the templates
}

/** The first reason for which a model never serves, at the key that is at fault. */
export function describeStartFailure(side: ConfigurationSide): ChangeDraft<LaunchBlockerKind> {
  const { launch, effective } = side;
  const [blocker] = launch.blockers;
  if (blocker === undefined) throw new Error('A model that does not start has a blocker');
  const { kind, needed, available, setting } = blocker;
  return {
    messageId: kind,
    at: setting?.path ?? effective.fatal?.path ?? [],
    params: {
      kind,
      ...(needed === undefined ? {} : { needed }),
      ...(available === undefined ? {} : { available }),
    },
  };
}
