import { Fragment } from 'preact';
import type { PlacedFinding } from '../review/placed-findings.ts';
import { CodeLine } from './code-line.tsx';
import type { DiffLine } from './diff-rows.ts';
import { LineFindings } from './line-findings.tsx';
import { LineNumber } from './line-number.tsx';

/** What a line is, for who sees it: never by colour alone. */
export const marks = { same: '', added: '+', removed: '−' } as const;
const words = { same: '', added: 'added', removed: 'removed' } as const;

/** The lines of one hunk below one another. */
export function UnifiedRows({
  lines,
  prefix,
  findings,
}: {
  readonly lines: readonly DiffLine[];
  readonly prefix: string;
  readonly findings: readonly PlacedFinding[];
}) {
  return (
    <>
      {lines.map((line, index) => (
        <Fragment key={index}>
          <tr class={`line line-${line.kind}`}>
            <LineNumber prefix={prefix} side="base" line={line.baseLine} />
            <LineNumber prefix={prefix} side="head" line={line.headLine} />
            <td class="line-mark">
              <span aria-hidden="true">{marks[line.kind]}</span>
              <span class="unseen">{words[line.kind]}</span>
            </td>
            <td class="line-text">
              <CodeLine text={line.text} />
              <EndRemark line={line} />
            </td>
          </tr>
          <LineFindings
            findings={findings.filter(({ finding }) => finding.range.start.line === line.headLine)}
            columns={4}
          />
        </Fragment>
      ))}
    </>
  );
}

/** Says that the file ends without a line break. */
export function EndRemark({ line }: { readonly line: DiffLine }) {
  return line.hasNoEnd ? <span class="end-remark"> (no line break at the end)</span> : null;
}
