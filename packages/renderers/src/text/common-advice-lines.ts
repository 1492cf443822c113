import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import type { CommonAdvice } from './common-advice.ts';
import { wrapPieces } from './layout/wrap-pieces.ts';
import { messagePieces } from './message-pieces.ts';
import type { TextSetup } from './text-options.ts';

/** Advice for many models, written once: how many, the first place, and what it says there. */
export function commonAdviceLines(
  common: readonly CommonAdvice[],
  { models }: Report,
  { styles, width }: TextSetup,
): readonly string[] {
  if (common.length === 0) return [];
  return [
    styles.bold('Advice for many models'),
    ...common.flatMap(({ finding, path, models: count }) => {
      const { line, column } = finding.range.start;
      const place = `${escapeTerminal(cutMiddle(path, textLimits.path))}:${line}:${column}`;
      const rule = escapeTerminal(cutEnd(finding.ruleId, textLimits.name));
      const where = `${count} of ${models.length} models, first ${place}`;
      const message = messagePieces(finding.messageParts, styles);
      return [
        `  ${styles.cyan('info')}  ${rule}  ${styles.dim(where)}`,
        ...wrapPieces(message, width - 4).map((text) => `    ${text}`),
      ];
    }),
  ];
}
