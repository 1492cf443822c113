import type { Finding } from '@topodiff/rules';
import { severities } from '@topodiff/rules';
import type { ModelConfigDocument } from '@topodiff/schema';
import type { FailOn, ReportFinding } from '../report.ts';
import { shortenText } from '../shorten-text.ts';
import type { AppliedPolicy } from './applied-policy.ts';
import type { InlineIgnore } from './inline-ignores.ts';
import { placeIgnores, stoodAtBase, type FindingPlace, type PlacedIgnores } from './match-ignores.ts';

/** By what a finding is accepted, and whether that counts; null when by nothing. */
export type Acceptance = ReportFinding['acceptance'];

/** What decides whether a finding of the head side is accepted. */
export interface AcceptanceContext extends IgnoreContext {
  readonly policy: AppliedPolicy | null;
  readonly path: string;
}

/** What decides whether a comment counts. */
export interface IgnoreContext {
  /** The day of the review, `2026-11-27`. */
  readonly today: string;
  readonly head: ModelConfigDocument | null;
  /** Null when there is none, or when one side only is read. */
  readonly base: ModelConfigDocument | null;
  /** A comment that is new in the pull request does not count; without a comparison all count. */
  readonly isComparison: boolean;
}

/** The `topodiff-ignore` comments of a head side, and whether they count. */
export interface JudgedIgnores extends Pick<PlacedIgnores, 'ignores' | 'problems' | 'of'> {
  stateOf(ignore: InlineIgnore, finding: FindingPlace): NonNullable<Acceptance>['state'];
}

/** Makes the judge of one model's findings; the comments of the file are looked for once. */
export function makeAcceptance(context: AcceptanceContext): (finding: Finding) => Acceptance {
  const { policy, path, today } = context;
  const inline = judgeIgnores(context);
  return (finding) => {
    const candidates = [
      ...(policy?.acceptedFor(finding.ruleId, path) ?? []).map(({ reason, owner, until }) => ({
        by: 'policy' as const,
        reason,
        owner,
        until,
        state: until < today ? ('expired' as const) : ('counts' as const),
      })),
      ...(inline?.of(finding) ?? []).map((ignore) => ({
        by: 'comment' as const,
        reason: shortenText(ignore.reason),
        owner: null,
        until: ignore.until,
        state: inline?.stateOf(ignore, finding) ?? 'not-merged',
      })),
    ];
    return candidates.find(({ state }) => state === 'counts') ?? candidates[0] ?? null;
  };
}

/** The comments of a head side; null when its text is not known. */
export function judgeIgnores({ head, base, today, isComparison }: IgnoreContext): JudgedIgnores | null {
  if (head === null) return null;
  const ofHead = placeIgnores(head);
  let ofBase: PlacedIgnores | undefined;
  const isMerged = (ignore: InlineIgnore, finding: FindingPlace): boolean => {
    if (!isComparison) return true;
    if (base === null) return false;
    ofBase ??= placeIgnores(base);
    return stoodAtBase(ignore, finding, ofHead, ofBase);
  };
  return {
    ...ofHead,
    stateOf: (ignore, finding) => {
      if (ignore.until !== null && ignore.until < today) return 'expired';
      return isMerged(ignore, finding) ? 'counts' : 'not-merged';
    },
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
