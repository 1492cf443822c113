import type { ReportFinding } from '@topodiff/report';
import { textLimits } from '../limits.ts';
import { cutEnd } from '../reading/cut-text.ts';

type Acceptance = NonNullable<ReportFinding['acceptance']>;

/** Who keeps a finding, by what, until when and why; or why that does not count. Not escaped. */
export function acceptanceText({ by, reason, owner, until, state }: Acceptance): string {
  const last = until === null ? null : cutEnd(until, textLimits.name);
  const heads = {
    counts: 'Accepted',
    expired: last === null ? 'No longer accepted' : `No longer accepted after ${last}`,
    'not-merged': 'Not accepted before the comment is merged',
  };
  const source = by === 'policy' ? 'policy' : 'comment in the file';
  const who = owner === null ? '' : ` by ${cutEnd(owner, textLimits.name)}`;
  const end = last === null || state === 'expired' ? '' : `, until ${last}`;
  const why = reason.trim() === '' ? '' : `: ${cutEnd(reason, textLimits.sentence)}`;
  return `${heads[state]}${who} (${source}${end})${why}`;
}
