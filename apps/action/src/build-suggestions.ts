import type { FoundModelConfigs, Suggestion } from '@topodiff/github';
import { suggestFixes, type Report } from '@topodiff/report';
import { suggestionBody } from '@topodiff/renderers';

/** The safe fixes of a report as suggestions of a review. */
export function buildSuggestions(report: Report, { models }: FoundModelConfigs): readonly Suggestion[] {
  const texts = new Map(
    models.flatMap(({ path, head }) => (head?.kind === 'text' ? [[path, head.text] as const] : [])),
  );
  return report.models.flatMap(({ path, findings }) => {
    const text = texts.get(path);
    if (text === undefined) return [];
    return suggestFixes(findings, text).map(({ startLine, endLine, text: lines, findings: mended }) => ({
      // A later push that asks for the same lines is the same suggestion.
      id: [...mended.map(({ fingerprint }) => fingerprint), `${lines.length}`].join('.'),
      path,
      startLine,
      endLine,
      body: suggestionBody(lines, mended),
    }));
  });
}
