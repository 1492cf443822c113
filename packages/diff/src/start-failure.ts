import type { LaunchBlockerKind } from '@topodiff/topology';
import type { ConfigPath, MessageParams, SourceRange } from '@topodiff/schema';
import { blockerTemplates } from './describe-blocker.ts';
import type { ConfigurationSide } from './configuration-side.ts';

/** Why a model never serves, and where its file says so. */
export interface StartFailure {
  readonly messageId: LaunchBlockerKind;
  readonly at: ConfigPath;
  /** Where it is when the path alone does not say. */
  readonly range: SourceRange | undefined;
  readonly params: MessageParams;
}

/** Messages of a change type about models that never serve: one for each reason, which follows `start`. */
export function startFailureMessages(start: string): Readonly<Record<LaunchBlockerKind, string>> {
  return Object.fromEntries(
    Object.entries(blockerTemplates).map(([kind, clause]) => [kind, `${start}${clause}.`]),
  ) as Record<LaunchBlockerKind, string>; // the keys are those of the templates
}

/** The first reason for which a model never serves, at the key that is at fault, or where a reader gives up. */
export function describeStartFailure({ launch, effective, document }: ConfigurationSide): StartFailure {
  const [blocker] = launch.blockers;
  if (blocker === undefined) throw new Error('A model that does not start has a blocker');
  const { kind, needed, available, setting } = blocker;
  const isUnreadable = kind === 'python-cannot-read' && document.handler.outcome === 'unreadable';
  return {
    messageId: kind,
    at: setting?.path ?? effective.fatal?.path ?? [],
    range: isUnreadable ? document.handler.problem.range : effective.fatal?.range,
    params: {
      kind,
      ...(needed === undefined ? {} : { needed }),
      ...(available === undefined ? {} : { available }),
    },
  };
}
