import type { Report } from '@topodiff/report';
import { Message } from '../parts/message.tsx';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { hostPhrases } from '@topodiff/renderers';
import type { PlacedFinding } from './placed-findings.ts';

/** A finding that blocks, and the file that it is about. */
export type BlockingFinding = PlacedFinding & { readonly path: string };

/** As many as the comment keeps whatever happens; the models below have all. */
const mostBlocking = 10;

/** The conclusion with its reasons, the way to each finding that blocks, and what it rests on. */
export function Verdict({
  report,
  blocking,
}: {
  readonly report: Report;
  readonly blocking: readonly BlockingFinding[];
}) {
  const { policy } = report;
  return (
    <section class={`verdict verdict-${report.conclusion}`} aria-labelledby="verdict">
      <h2 id="verdict">
        Verdict: <StatusWord status={report.conclusion} />
      </h2>
      {report.reasons.length === 0 ? (
        <p>{defaultReason(report)}</p>
      ) : (
        <ul>
          {report.reasons.map((reason) => (
            <li key={reason}>{shown(reason)}</li>
          ))}
        </ul>
      )}
      {blocking.length === 0 ? null : <Blocking findings={blocking} />}
      <p class="small">
        Fails on {report.failOn} · {hostPhrases(report.host).map(shown).join(', ')}
        {policy === null
          ? ''
          : ` · policy ${shown(policy.path)}${policy.revision === null ? '' : ` of ${shown(policy.revision.name)}`}, preset ${policy.preset}${policy.isOnlyNew ? ', only new findings block' : ''}`}{' '}
        · topodiff {shown(report.tool.version)}
      </p>
    </section>
  );
}

function Blocking({ findings }: { readonly findings: readonly BlockingFinding[] }) {
  const shownFindings = findings.slice(0, mostBlocking);
  return (
    <>
      <h3 id="blocking">Blocking ({findings.length})</h3>
      <ol class="plain">
        {shownFindings.map(({ finding, id, path }) => (
          <li key={id}>
            <StatusWord status={finding.severity} />{' '}
            <a href={`#${id}`}>
              {shown(path)}:{finding.range.start.line}
            </a>{' '}
            <Message parts={finding.messageParts} />
          </li>
        ))}
      </ol>
      {shownFindings.length < findings.length ? (
        <p class="small">and {findings.length - shownFindings.length} more, with the models below</p>
      ) : null}
    </>
  );
}

/** Not that nothing stands against a change that everywhere else waits for somebody's approval. */
function defaultReason({ conclusion, approvals }: Report): string {
  return conclusion === 'success' && (approvals?.required ?? []).length > 0
    ? 'Nothing but the approvals below stands against the change.'
    : defaultReasons[conclusion];
}

const defaultReasons: Readonly<Record<Report['conclusion'], string>> = {
  success: 'Nothing stands against the change.',
  failure: 'The report names no reason.',
  neutral: 'Nothing changes in what TorchServe does.',
};
