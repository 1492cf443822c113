import type { Report } from '@topodiff/report';
import type { Decision } from '../../store/store.ts';
import { approvalStandings } from '../reading/approval-standing.ts';

/** Where the parts of a review are, with how many wait there: it stays at the top while a long review is read. */
export function PageContents({
  report: { approvals, models, notices, skipped },
  decisions,
  revisions,
}: {
  readonly report: Report;
  readonly decisions: readonly Decision[];
  readonly revisions: number;
}) {
  const blocking = models.flatMap(({ findings }) => findings.filter(({ isBlocking }) => isBlocking)).length;
  const waiting = approvalStandings(approvals?.required ?? [], decisions).filter(
    ({ state }) => state === 'pending',
  ).length;
  const parts = [
    ...(blocking === 0 ? [] : [{ id: 'blocking', name: 'Blocking', count: String(blocking) }]),
    ...(approvals === null
      ? []
      : [{ id: 'approvals', name: 'Approvals', count: waiting === 0 ? null : `${waiting} waiting` }]),
    { id: 'fleet', name: 'Fleet', count: null },
    ...(notices.length + skipped.length === 0 ? [] : [{ id: 'remarks', name: 'Notices', count: null }]),
    { id: 'models', name: 'Models', count: String(models.length) },
    { id: 'revisions', name: 'Revisions', count: String(revisions) },
    { id: 'downloads', name: 'Downloads', count: null },
  ];
  return (
    <nav class="contents" aria-label="On this page">
      <ul>
        {parts.map(({ id, name, count }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
            {count === null ? null : <span class="small"> ({count})</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
