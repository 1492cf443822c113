import type { Report } from '@topodiff/report';
import type { Decision } from '../../store/store.ts';
import { CsrfField } from '../parts/csrf-field.tsx';
import { encodeText } from '../parts/addresses.ts';
import { shown } from '../parts/shown.ts';
import type { ApprovalsSetup } from './approvals-setup.ts';

/** Longest reason, in characters. */
export const longestReason = 1000;

/** To approve or reject one change, with the reason and how far the word reaches. */
export function DecisionForm({
  fingerprint,
  rules,
  setup: { author, csrfToken, draft, identity, ids, number, path },
  isOpen,
}: {
  readonly fingerprint: string;
  readonly rules: NonNullable<Report['approvals']>['rules'];
  readonly setup: ApprovalsSetup;
  readonly isOpen: boolean;
}) {
  if (identity.kind === 'nobody') return null;
  const ownDraft = draft?.fingerprint === fingerprint ? draft : null;
  const problem =
    ownDraft === null ? null : (
      <p class="problem" role="alert">
        {shown(ownDraft.problem)}
      </p>
    );
  const isAuthor = identity.kind === 'user' && identity.login.toLowerCase() === author.toLowerCase();
  if (isAuthor && !rules.isAuthorAllowed) {
    return problem ?? <p class="small">You opened this pull request, so that somebody else has to decide.</p>;
  }
  const reasonId = ids.take(`reason-${fingerprint}`);
  const scopeId = ids.take(`scope-${fingerprint}`);
  return (
    <details open={isOpen || ownDraft !== null}>
      <summary>Approve or reject</summary>
      <form class="decide" method="post" action={`${path}/decisions`}>
        <CsrfField token={csrfToken} />
        <input type="hidden" name="fingerprint" value={fingerprint} />
        {problem}
        <label for={reasonId}>Reason (required)</label>
        <textarea
          id={reasonId}
          name="reason"
          rows={2}
          required
          maxLength={longestReason}
          aria-describedby={scopeId}
          value={ownDraft?.reason ?? ''}
        />
        <p class="small" id={scopeId}>
          Applies to later pushes of #{number} while the effect stays the same.
        </p>
        <p class="buttons">
          <button type="submit" name="verdict" value="approved">
            Approve
          </button>
          <button class="quiet" type="submit" name="verdict" value="rejected">
            Reject
          </button>
        </p>
      </form>
    </details>
  );
}

/** To take one's own decision back. */
export function RevokeForm({
  decision,
  setup,
}: {
  readonly decision: Decision;
  readonly setup: ApprovalsSetup;
}) {
  return (
    <form method="post" action={`${setup.path}/decisions/${encodeText(decision.id)}/revoke`}>
      <CsrfField token={setup.csrfToken} />
      <button class="quiet" type="submit">
        Revoke my decision
      </button>
    </form>
  );
}
