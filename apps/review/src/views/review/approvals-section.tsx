import type { Report } from '@topodiff/report';
import type { Identity } from '../../auth/identity.ts';
import type { Decision } from '../../store/store.ts';
import { webUrl } from '../parts/addresses.ts';
import { pathHash } from '../parts/page-ids.ts';
import { MaybeLink } from '../parts/maybe-link.tsx';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { minuteOf } from '../parts/when.tsx';
import { approvalStandings, type ApprovalStanding } from '../reading/approval-standing.ts';
import { approvalKindWords } from '@topodiff/renderers';
import { differencePhrase } from '../parts/numbers.ts';
import { ApproverRules } from './approver-rules.tsx';
import { DecisionFlash } from './decision-flash.tsx';
import type { ApprovalsSetup } from './approvals-setup.ts';
import { DecisionForm, RevokeForm } from './decision-forms.tsx';

/** Each change that needs an approval, who said what of it, and the forms to say so. */
export function ApprovalsSection({
  approvals,
  setup,
}: {
  readonly approvals: NonNullable<Report['approvals']>;
  readonly setup: ApprovalsSetup;
}) {
  const standings = approvalStandings(approvals.required, setup.decisions);
  const pending = standings.filter(({ state }) => state === 'pending');
  return (
    <section aria-labelledby="approvals">
      <h2 id="approvals">Approvals</h2>
      {setup.flash === null ? null : <DecisionFlash flash={setup.flash} />}
      {standings.length === 0 ? (
        <p>No change needs an approval.</p>
      ) : (
        <>
          <ApproverRules rules={approvals.rules} isLocal={setup.identity.kind === 'local'} />
          {setup.isNewest ? null : (
            <p class="remark">
              An older revision: decide on <a href={setup.path}>the newest one</a>.
            </p>
          )}
          <ul class="approvals">
            {standings.map((standing) => (
              <RequiredChange
                key={standing.required.fingerprint}
                standing={standing}
                rules={approvals.rules}
                setup={setup}
                isOnlyPending={pending.length === 1}
              />
            ))}
          </ul>
        </>
      )}
      <Refused refused={approvals.refused} />
      {approvals.remarks.map((remark) => (
        <p key={remark} class="remark">
          {shown(remark)}
        </p>
      ))}
      {approvals.isAdvisory && standings.length > 0 ? (
        <p class="remark">
          The status topodiff/topology is advisory: whoever may write to the repository can set it too. It
          binds when an App posts it and branch protection requires it from that App.
        </p>
      ) : null}
    </section>
  );
}

function RequiredChange({
  standing: { required, state, reported, decisions },
  rules,
  setup,
  isOnlyPending,
}: {
  readonly standing: ApprovalStanding;
  readonly rules: NonNullable<Report['approvals']>['rules'];
  readonly setup: ApprovalsSetup;
  /** Several open forms would hide each other. */
  readonly isOnlyPending: boolean;
}) {
  const difference = differencePhrase(required.gpus);
  return (
    <li id={setup.ids.take(`a-${required.fingerprint}`)} class={`approval approval-${state}`}>
      <h3>
        <StatusWord status={state} />{' '}
        <MaybeLink href={setup.shownPaths.has(required.path) ? `#m-${pathHash(required.path)}` : null}>
          <code>{shown(required.path)}</code>
        </MaybeLink>
      </h3>
      <p>
        <strong>{shown(required.label)}</strong>{' '}
        <span class="small">
          · {required.kinds.map((kind) => approvalKindWords[kind]).join(', ')}
          {difference === null ? '' : `, ${difference} GPUs`} · fingerprint{' '}
          <code>{shown(required.fingerprint)}</code>
        </span>
      </p>
      {reported === null ? null : (
        <p>
          <StatusWord status="approved" /> by <strong>{shown(reported.by)}</strong>{' '}
          {reported.via === 'dashboard' ? 'in the' : 'in a'}{' '}
          <MaybeLink href={webUrl(reported.url)}>{reported.via}</MaybeLink>, {shown(minuteOf(reported.at))}
          {reported.reason.trim() === '' ? '' : `: ${shown(reported.reason)}`}
          {setup.identity.kind === 'local' ? null : <span class="small"> (reported by CI)</span>}
        </p>
      )}
      {decisions.map((decision) => (
        <div key={decision.id} class="decision">
          <p>
            <StatusWord status={decision.verdict} /> by <strong>{shown(decision.login)}</strong> in the
            dashboard, {minuteOf(decision.createdAt.toISOString())}: {shown(decision.reason)}
            {setup.identity.kind === 'local' ? <span class="small"> (never reaches GitHub)</span> : null}
          </p>
          {isOwn(decision, setup.identity) ? <RevokeForm decision={decision} setup={setup} /> : null}
        </div>
      ))}
      {setup.isNewest ? (
        <DecisionForm
          fingerprint={required.fingerprint}
          rules={rules}
          setup={setup}
          isOpen={isOnlyPending && state === 'pending'}
        />
      ) : null}
    </li>
  );
}

function isOwn({ userId }: Decision, identity: Identity): boolean {
  return identity.kind === 'local' || (identity.kind === 'user' && identity.userId === userId);
}

function Refused({ refused }: { readonly refused: NonNullable<Report['approvals']>['refused'] }) {
  if (refused.length === 0) return null;
  return (
    <>
      <h3>Not counted</h3>
      <ul>
        {refused.map(({ by, at, reason, url }, index) => (
          <li key={index}>
            <MaybeLink href={webUrl(url)}>
              <strong>{shown(by)}</strong>
            </MaybeLink>
            , {shown(minuteOf(at))}: {shown(reason)}
          </li>
        ))}
      </ul>
    </>
  );
}
