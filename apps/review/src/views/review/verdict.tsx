import type { Report } from '@topodiff/report';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { hostPhrases } from '@topodiff/renderers';

/** The conclusion with its reasons, and what it rests on. */
export function Verdict({ report }: { readonly report: Report }) {
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
