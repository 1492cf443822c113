import { rules, type Rule } from '@topodiff/rules';
import { severities, textOf } from '../reviews/filters.ts';

/** Which rules the list shows. */
export interface RuleFilters {
  readonly search: string;
  readonly area: string | undefined;
  readonly severity: Rule['severity'] | undefined;
}

/** The areas that a rule is in, in alphabetical order. */
export const areas: readonly string[] = [...new Set(rules.map(({ area }) => area))].sort();

/** Reads the filters; what the page does not offer is left out, as on the list of reviews. */
export function readRuleFilters(query: Readonly<Record<string, unknown>>): RuleFilters {
  return {
    search: textOf(query['search']),
    area: areas.find((area) => area === query['area']),
    severity: severities.find((severity) => severity === query['severity']),
  };
}

/** The rules that the filters leave; every word of the search has to occur. */
export function filterRules({ search, area, severity }: RuleFilters): readonly Rule[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rules.filter((rule) => {
    if (area !== undefined && rule.area !== area) return false;
    if (severity !== undefined && rule.severity !== severity) return false;
    const text = `${rule.id} ${rule.description} ${rule.rationale}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
