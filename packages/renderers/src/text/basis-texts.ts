import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import { quantity } from '../reading/quantity.ts';
import type { TitledText } from './layout/hanging-lines.ts';
import type { TextSetup } from './text-options.ts';

type Revision = NonNullable<Report['comparison']>['base'];

/** Models that a row names; the number of the others is exact. */
const mostNamed = 5;

/** How far the base branch has moved on, and which of these files it touched. */
export function driftTexts({ comparison }: Report, { styles }: TextSetup): readonly TitledText[] {
  const drift = comparison?.drift ?? null;
  if (drift === null || drift.commits === 0) return [];
  const named = drift.models
    .slice(0, mostNamed)
    .map((path) => escapeTerminal(cutMiddle(path, textLimits.path)));
  const rest = drift.models.length - named.length;
  const touched =
    named.length === 0
      ? 'none touch these files'
      : `touching ${named.join(', ')}${rest > 0 ? ` and ${quantity(rest, 'more model')}` : ''}`;
  return [
    {
      title: { text: 'base', style: styles.dim },
      text: `${revisionPhrase(drift.tip)} has moved ${quantity(drift.commits, 'commit')}, ${touched}`,
    },
  ];
}

/** The policy that judged the report, where it was read, and what it changes for all models. */
export function policyTexts({ policy }: Report, { styles }: TextSetup): readonly TitledText[] {
  if (policy === null) return [];
  const phrases = [
    `${escapeTerminal(cutMiddle(policy.path, textLimits.path))}${policy.revision === null ? '' : ` of ${revisionPhrase(policy.revision)}`}`,
    ...(policy.preset === 'recommended' ? [] : [`preset ${policy.preset}`]),
    ...(policy.isOnlyNew ? ['only new findings block'] : []),
  ];
  return [{ title: { text: 'policy', style: styles.dim }, text: phrases.join(', ') }];
}

/** `main@aa11bb2`; a commit that is called by its id is not named twice. */
function revisionPhrase({ name, sha }: Revision): string {
  const short = sha?.slice(0, 7);
  const shown = short === undefined || sha === name ? cutMiddle(short ?? name, textLimits.name) : null;
  return escapeTerminal(shown ?? `${cutEnd(name, textLimits.name)}@${short}`);
}
