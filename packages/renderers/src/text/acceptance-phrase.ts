import type { ReportFinding } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutEnd } from '../reading/cut-text.ts';
import type { Piece } from './layout/wrap-pieces.ts';
import type { TextStyles } from './text-options.ts';

type Acceptance = NonNullable<ReportFinding['acceptance']>;

/** Who keeps a finding, why, and until when; or why that does not count. */
export function acceptancePieces(
  { by, owner, reason, state, until }: Acceptance,
  styles: TextStyles,
): readonly Piece[] {
  const details = [
    by === 'policy' ? 'policy' : 'comment in the file',
    ...(owner === null ? [] : [escapeTerminal(cutEnd(owner, textLimits.name))]),
    ...(until === null || state === 'expired' ? [] : [`until ${escapeTerminal(until)}`]),
  ];
  return [
    { text: headOf(state, until), style: state === 'counts' ? styles.green : styles.yellow },
    { text: ` (${details.join(', ')}): ${escapeTerminal(cutEnd(reason, textLimits.sentence))}` },
  ];
}

function headOf(state: Acceptance['state'], until: string | null): string {
  switch (state) {
    case 'counts':
      return 'accepted';
    case 'expired':
      return `no longer accepted after ${escapeTerminal(until ?? '')}`;
    case 'not-merged':
      return 'not accepted before the comment is merged';
  }
}
