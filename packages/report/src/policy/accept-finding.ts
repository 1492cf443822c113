import type { Finding } from '@topodiff/rules';
import { severities } from '@topodiff/rules';
import type { ModelConfigDocument } from '@topodiff/schema';
import type { FailOn, ReportFinding } from '../report.ts';
import type { AppliedPolicy } from './applied-policy.ts';
import { findInlineIgnores, isInOtherSide, type InlineIgnores } from './inline-ignores.ts';

export type Acceptance = ReportFinding['acceptance'];

/** What decides whether a finding of the head side is accepted. */
export interface AcceptanceContext {
  readonly policy: AppliedPolicy | null;
  readonly path: string;
  /** The day of the review, `2026-11-27`. */
  readonly today: string;
  readonly head: ModelConfigDocument | null;
  /** Null when there is none, or when one side only is read. */
  readonly base: ModelConfigDocument | null;
  /** A comment that is new in the pull request does not count; without a comparison all count. */
  readonly isComparison: boolean;
}

/** Makes the judge of one model's findings; the comments of the file are looked for once. */
export function makeAcceptance(context: AcceptanceContext): (finding: Finding) => Acceptance {
  const { policy, path, today, head } = context;
  const inline: InlineIgnores = head === null ? { ignores: [], problems: [] } : findInlineIgnores(head);
  return (finding) => {
    const candidates = [
      ...(policy?.acceptedFor(finding.ruleId, path) ?? []).map(({ reason, owner, until }) => ({
        by: 'policy' as const,
        reason,
        owner,
        until,
        state: until < today ? ('expired' as const) : ('counts' as const),
      })),
      ...ignoresOf(finding, inline, context).map((ignore) => ({
        ...ignore,
        by: 'comment' as const,
        owner: null,
      })),
    ];
    return candidates.find(({ state }) => state === 'counts') ?? candidates[0] ?? null;
  };
}

/** Whether a finding decides the conclusion. */
export function isBlocking(
  finding: Pick<ReportFinding, 'severity' | 'isInBase' | 'acceptance'>,
  { failOn, isOnlyNew }: { readonly failOn: FailOn; readonly isOnlyNew: boolean },
): boolean {
  if (failOn === 'never' || finding.acceptance?.state === 'counts') return false;
  if (isOnlyNew && finding.isInBase) return false;
  return severities.indexOf(finding.severity) <= severities.indexOf(failOn);
}

function ignoresOf(
  { ruleId, path, range }: Finding,
  { ignores }: InlineIgnores,
  { today, base, isComparison }: AcceptanceContext,
) {
  const { line } = range.start;
  return ignores
    .filter((ignore) => ignore.ruleIds.includes(ruleId))
    .filter((ignore) => ignore.targetLine === line || ignore.line === line)
    .map((ignore) => ({
      reason: ignore.reason,
      until: ignore.until,
      state: stateOf(
        ignore.until !== null && ignore.until < today,
        !isComparison || (base !== null && isInOtherSide(ignore, path, base)),
      ),
    }));
}

function stateOf(isExpired: boolean, isMerged: boolean): NonNullable<Acceptance>['state'] {
  if (isExpired) return 'expired';
  return isMerged ? 'counts' : 'not-merged';
}
