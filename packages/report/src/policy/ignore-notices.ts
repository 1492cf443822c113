import type { Finding } from '@topodiff/rules';
import { endSentence } from '../end-sentence.ts';
import type { ReportNotice } from '../report.ts';
import { shortenText } from '../shorten-text.ts';
import type { JudgedIgnores } from './accept-finding.ts';
import type { InlineIgnore } from './inline-ignores.ts';

/** Comments of one kind that one file's notices name. */
const mostListed = 20;

/** Comments that cannot be used, that lower nothing until they are merged, and that accept nothing any more. */
export function ignoreNotices(
  path: string,
  judged: JudgedIgnores,
  { listed, isComplete }: { readonly listed: readonly Finding[]; readonly isComplete: boolean },
): readonly ReportNotice[] {
  const { ignores, problems } = judged;
  const accepted = new Map<InlineIgnore, Finding[]>();
  for (const finding of listed) {
    for (const ignore of judged.of(finding)) accepted.set(ignore, [...(accepted.get(ignore) ?? []), finding]);
  }
  const place = ({ line, column }: { readonly line: number; readonly column: number }) =>
    `${path}:${line}:${column}`;
  return [
    ...limit(
      'inline-ignore-invalid',
      'warning',
      path,
      problems.map((problem) => endSentence(`${place(problem)}: ${problem.message}`)),
    ),
    ...limit(
      'inline-ignore-new',
      'info',
      path,
      ignores
        .filter((ignore) =>
          accepted.get(ignore)?.some((finding) => judged.stateOf(ignore, finding) === 'not-merged'),
        )
        .map(
          (ignore) =>
            `${place(ignore)}: topodiff-ignore of ${ignore.ruleIds.join(', ')} (${shortenText(ignore.reason)}) is new in this pull request and lowers nothing until it is merged.`,
        ),
    ),
    // Where findings are left out, one of them may be what a comment is about.
    ...limit(
      'inline-ignore-unused',
      'info',
      path,
      ignores.flatMap((ignore) => {
        const used = new Set(accepted.get(ignore)?.map(({ ruleId }) => ruleId));
        const unused = ignore.ruleIds.filter((id) => !used.has(id));
        if (unused.length === 0 || !isComplete) return [];
        return `${place(ignore)}: topodiff-ignore of ${unused.join(', ')} is about no finding any more and can go.`;
      }),
    ),
  ];
}

function limit(
  code: string,
  severity: ReportNotice['severity'],
  path: string,
  messages: readonly string[],
): readonly ReportNotice[] {
  const more = messages.length - mostListed;
  const rest = more > 0 ? [`${path}: ${more} more topodiff-ignore comments of this kind.`] : [];
  return [...messages.slice(0, mostListed), ...rest].map((message) => ({ code, severity, message, path }));
}
