import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutMiddle } from '../reading/cut-text.ts';
import { hostPhrases } from '../reading/host-phrase.ts';
import type { TextSetup } from './text-options.ts';

/** The host that everything below rests on. */
export function hostLine(host: Report['host'], { styles }: TextSetup): string {
  return styles.dim(
    hostPhrases(host)
      .map((phrase) => escapeTerminal(cutMiddle(phrase, textLimits.path)))
      .join(' · '),
  );
}
