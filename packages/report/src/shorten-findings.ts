import type { Finding } from '@topodiff/rules';

/** Findings of one rule that a report lists for one side of a model; only a file made by mistake has more. */
const mostOfOneRule = 1_000;

/** The first findings of each rule in file order, and how many of which rule are left out. */
export interface ShortenedFindings {
  readonly listed: readonly Finding[];
  /** By rule id: how many findings there are in all. */
  readonly totals: ReadonlyMap<string, number>;
}

/** Keeps the first 1,000 findings of each rule, so that one file made by mistake does not fill a report. */
export function shortenFindings(findings: readonly Finding[]): ShortenedFindings {
  const counts = new Map<string, number>();
  const listed = findings.filter(({ ruleId }) => {
    const count = (counts.get(ruleId) ?? 0) + 1;
    counts.set(ruleId, count);
    return count <= mostOfOneRule;
  });
  return { listed, totals: new Map([...counts].filter(([, count]) => count > mostOfOneRule)) };
}

/** What a reader is told of the findings that are left out, one sentence per rule. */
export function describeShortened({ totals }: ShortenedFindings): readonly string[] {
  return [...totals].map(
    ([ruleId, total]) => `${mostOfOneRule} of ${total} findings of ${ruleId} are listed.`,
  );
}
