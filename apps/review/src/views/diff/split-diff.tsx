import { Fragment } from 'preact';
import type { PlacedFinding } from '../review/placed-findings.ts';
import { CodeLine } from './code-line.tsx';
import { splitRows, type DiffLine } from './diff-rows.ts';
import { LineFindings } from './line-findings.tsx';
import { LineNumber } from './line-number.tsx';
import { EndRemark, marks } from './unified-diff.tsx';

/** The lines of one hunk, base beside head. */
export function SplitRows({
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
      {splitRows(lines).map(({ base, head }, index) => (
        <Fragment key={index}>
          <tr class="line">
            <Cells line={base} number={base?.baseLine ?? null} side="base" prefix={prefix} />
            <Cells line={head} number={head?.headLine ?? null} side="head" prefix={prefix} />
          </tr>
          <LineFindings
            findings={findings.filter(
              ({ finding }) => head !== null && finding.range.start.line === head.headLine,
            )}
            columns={4}
          />
        </Fragment>
      ))}
    </>
  );
}

function Cells({
  line,
  number,
  side,
  prefix,
}: {
  readonly line: DiffLine | null;
  readonly number: number | null;
  readonly side: 'base' | 'head';
  readonly prefix: string;
}) {
  return (
    <>
      <LineNumber prefix={prefix} side={side} line={number} />
      {line === null ? (
        <td class="line-text line-absent"></td>
      ) : (
        <td class={`line-text line-${line.kind}`}>
          {line.kind === 'same' ? null : <span class="unseen">{line.kind} </span>}
          <span class="split-mark" aria-hidden="true">
            {marks[line.kind]}
          </span>
          <CodeLine text={line.text} />
          <EndRemark line={line} />
        </td>
      )}
    </>
  );
}
