import type { ComponentChildren } from 'preact';
import { FleetSummary } from './fleet-summary.tsx';
import { modelAnchors } from './model-anchors.ts';
import { ModelSection } from './model-section.tsx';
import { ModelsTable } from './models-table.tsx';
import { placeFindings } from './placed-findings.ts';
import type { ReportContext } from './report-context.ts';
import { ReportRemarks } from './report-remarks.tsx';
import { Verdict } from './verdict.tsx';

/** A report, wherever it came from: an upload or the playground. */
export function ReportBody({
  context,
  approvals = null,
}: {
  readonly context: ReportContext;
  /** What people decide about it, where they can. */
  readonly approvals?: ComponentChildren;
}) {
  const { report } = context;
  const models = report.models.map((model) => ({
    model,
    anchors: modelAnchors(model, report, context.ids),
    placed: placeFindings(model.findings, context.ids),
  }));
  return (
    <>
      <Verdict
        report={report}
        blocking={models.flatMap(({ model: { path }, placed }) =>
          placed.filter(({ finding }) => finding.isBlocking).map((one) => ({ ...one, path })),
        )}
      />
      {approvals}
      <FleetSummary report={report} />
      <ReportRemarks report={report} />
      <section aria-labelledby="models">
        <h2 id="models">Models</h2>
        {models.length === 0 ? (
          <p>The report lists no model.</p>
        ) : (
          <>
            <ModelsTable models={models} context={context} />
            {models.map(({ model, anchors, placed }) => (
              <ModelSection
                key={anchors.id}
                model={model}
                anchors={anchors}
                placed={placed}
                context={context}
              />
            ))}
          </>
        )}
      </section>
    </>
  );
}
