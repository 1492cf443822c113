import { StatusWord } from '../parts/status-word.tsx';
import { shown } from '../parts/shown.ts';
import type { PlacedFinding } from '../review/placed-findings.ts';

/** The findings at a line, below it: the severity, and a link to what they say. */
export function LineFindings({
  findings,
  columns,
}: {
  readonly findings: readonly PlacedFinding[];
  readonly columns: number;
}) {
  if (findings.length === 0) return null;
  return (
    <tr class="line-findings">
      <td colSpan={columns}>
        <ul>
          {findings.map(({ finding, id }) => (
            <li key={id}>
              <StatusWord status={finding.severity} /> <a href={`#${id}`}>{shown(finding.ruleId)}</a>{' '}
              {shown(finding.message)}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
