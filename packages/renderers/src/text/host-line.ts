import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutMiddle } from '../reading/cut-text.ts';
import { hostPhrases } from '../reading/host-phrase.ts';
import type { TextSetup } from './text-options.ts';

/** The host that everything below rests on, and the pool that it belongs to when all models are of one. */
export function hostLine({ host, models }: Report, { styles }: TextSetup): string {
  const pool = models[0]?.pool ?? null;
  const isCommon = pool !== null && models.every((model) => model.pool === pool);
  return styles.dim(
    [...(isCommon ? [`pool ${pool}`] : []), ...hostPhrases(host)]
      .map((phrase) => escapeTerminal(cutMiddle(phrase, textLimits.path)))
      .join(' · '),
  );
}
