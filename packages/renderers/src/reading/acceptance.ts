import type { ReportFinding } from '@topodiff/report';
import { textLimits } from '../limits.ts';
import { cutEnd } from './cut-text.ts';

/** What is to be said of an acceptance; nobody has escaped it yet. */
export interface AcceptanceWords {
  readonly head: string;
  /** It was accepted once, and blocks again: the head is to be seen. */
  readonly isExpired: boolean;
  /** ` after 2026-10-31`, or empty. */
  readonly since: string;
  readonly details: readonly string[];
  readonly reason: string;
}

const heads = {
  counts: 'Accepted',
  expired: 'No longer accepted',
  'not-merged': 'Not accepted before the comment is merged',
} as const;

/** Who keeps the finding, why, and until when; or why that does not count. */
export function acceptanceWords({
  by,
  reason,
  owner,
  until,
  state,
}: NonNullable<ReportFinding['acceptance']>): AcceptanceWords {
  const last = until === null ? '' : cutEnd(until, textLimits.name);
  const isExpired = state === 'expired';
  return {
    head: heads[state],
    isExpired,
    since: isExpired && last !== '' ? ` after ${last}` : '',
    details: [
      by === 'policy' ? 'policy' : 'comment in the file',
      ...(owner === null ? [] : [cutEnd(owner, textLimits.name)]),
      ...(until === null || isExpired ? [] : [`until ${last}`]),
    ],
    reason: cutEnd(reason, textLimits.sentence),
  };
}
