import type { Report, ReportFinding } from '@topodiff/report';
import type { ReviewSummary, Revision } from '../../store/store.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { Layout } from '../layout.tsx';
import { reviewPath } from '../parts/addresses.ts';
import { CardTable } from '../parts/card-table.tsx';
import { numbersAndDifference, numbersPhrase } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { RevisionChoice } from '../review/revisions.tsx';
import { compareReports, type ModelDifference } from './compare-reports.ts';

/** A report and the revision that it belongs to. */
export interface ComparedRevision {
  readonly revision: Revision;
  readonly report: Report;
}

/** What changed between two reports of one pull request. */
export function ComparePage({
  frame,
  review,
  revisions,
  from,
  to,
}: {
  readonly frame: PageFrame;
  readonly review: ReviewSummary;
  readonly revisions: readonly Revision[];
  readonly from: ComparedRevision;
  readonly to: ComparedRevision;
}) {
  const path = reviewPath(review.repository.fullName, review.pullRequest.number);
  const differences = compareReports(from.report, to.report);
  const gpus = { base: from.report.fleet.gpus.head, head: to.report.fleet.gpus.head };
  return (
    <Layout frame={frame}>
      <p class="small">
        <a href={path}>
          {shown(review.pullRequest.title)} #{review.pullRequest.number}
        </a>
      </p>
      <h1>
        Revision {from.revision.ordinal} to {to.revision.ordinal}
      </h1>
      <form class="filters" method="get" action={`${path}/compare`}>
        <RevisionChoice name="from" label="From" revisions={revisions} chosenId={from.revision.id} />
        <RevisionChoice name="to" label="To" revisions={revisions} chosenId={to.revision.id} />
        <button type="submit">Compare</button>
      </form>
      <dl class="figures">
        <div>
          <dt>Conclusion</dt>
          <dd>
            <StatusWord status={from.report.conclusion} />
            {from.report.conclusion === to.report.conclusion ? null : (
              <>
                {' → '}
                <StatusWord status={to.report.conclusion} />
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>GPUs TorchServe will really use</dt>
          <dd>{numbersAndDifference(gpus)}</dd>
        </div>
      </dl>
      <h2>Models</h2>
      {differences.length === 0 ? (
        <p class="empty">Both reports say the same of every model.</p>
      ) : (
        <DifferencesTable
          differences={differences}
          ordinals={{ from: from.revision.ordinal, to: to.revision.ordinal }}
        />
      )}
    </Layout>
  );
}

function DifferencesTable({
  differences,
  ordinals,
}: {
  readonly differences: readonly ModelDifference[];
  readonly ordinals: { readonly from: number; readonly to: number };
}) {
  return (
    <CardTable
      caption="Models that differ between the revisions"
      columns={[
        { name: 'Model' },
        { name: `Revision ${ordinals.from}` },
        { name: `Revision ${ordinals.to}` },
        { name: 'GPUs at head', isNumber: true },
        { name: 'Findings added' },
        { name: 'Findings resolved' },
      ]}
      rows={differences.map(({ path, label, gpus, added, resolved }) => ({
        key: path,
        cells: [
          <code>{shown(path)}</code>,
          label.from === null ? 'not in the report' : shown(label.from),
          label.to === null ? 'not in the report' : label.to === label.from ? 'the same' : shown(label.to),
          numbersPhrase(gpus),
          <Findings findings={added} />,
          <Findings findings={resolved} />,
        ],
      }))}
    />
  );
}

function Findings({ findings }: { readonly findings: readonly ReportFinding[] }) {
  if (findings.length === 0) return <>none</>;
  return (
    <ul class="plain">
      {findings.map((finding, index) => (
        <li key={index}>
          <StatusWord status={finding.severity} /> <code>{shown(finding.ruleId)}</code>
        </li>
      ))}
    </ul>
  );
}
