import { findNearMiss, rules } from '@topodiff/rules';
import { shortenText } from '../shorten-text.ts';

const ids = rules.map(({ id }) => id);
const known = new Set(ids);

/** What is wrong with the id of a rule, with the rule that was probably meant; null when there is such a rule. */
export function describeUnknownRule(id: string): string | null {
  if (known.has(id)) return null;
  const meant = findNearMiss(id, ids)?.meant;
  const advice = meant === undefined ? 'topodiff rules lists all' : `did you mean ${meant}?`;
  return `no rule is called ${JSON.stringify(shortenText(id))}; ${advice}`;
}
