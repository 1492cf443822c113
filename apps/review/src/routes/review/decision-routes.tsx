import { Router, type Request, type Response } from 'express';
import { identityOf } from '../../auth/identity-of.ts';
import type { Identity } from '../../auth/identity.ts';
import { localPerson } from '../../auth/local-person.ts';
import type { AppParts } from '../../app-parts.ts';
import { pageFrameOf } from '../../views/frame/page-frame-of.ts';
import { readPreferences } from '../../views/frame/preferences.ts';
import { notFoundMessage } from '../../views/messages/error-page.tsx';
import { sendErrorPage } from '../../views/messages/send-error-page.tsx';
import { reviewPath } from '../../views/parts/addresses.ts';
import type { DecisionDraft } from '../../views/review/approvals-setup.ts';
import { ReviewPage } from '../../views/review/review-page.tsx';
import { sendPage } from '../../views/send-page.tsx';
import {
  findVisibleReview,
  loadRevision,
  type LoadedRevision,
  type VisibleReview,
} from './find-visible-review.ts';
import { readDecisionForm } from './read-decision-form.ts';
import { refuseDecision } from './refuse-decision.ts';

/** Routes that take decisions and take them back. */
export function createDecisionRoutes(parts: AppParts): Router {
  const router = Router();
  router.post('/:owner/:name/:number/decisions', (request, response) => decide(parts, request, response));
  router.post('/:owner/:name/:number/decisions/:id/revoke', (request, response) =>
    revoke(parts, request, response),
  );
  return router;
}

async function decide(parts: AppParts, request: Request, response: Response): Promise<void> {
  const found = await findVisibleReview(parts, request, response);
  const loaded = found === null ? null : await loadRevision(parts, found, undefined);
  if (found === null || loaded === null) return sendNotFound(request, response);
  const reading = readDecisionForm(request.body);
  if (reading === null) return sendBadForm(request, response, found);
  const { form, problem } = reading;
  const refuse = (status: number, text: string): Promise<void> =>
    sendReviewAgain(parts, request, response, { found, loaded, status, draft: { ...form, problem: text } });
  const approvals = loaded.report.approvals;
  if (approvals === null || !approvals.required.some(({ fingerprint }) => fingerprint === form.fingerprint)) {
    return sendGone(request, response, found);
  }
  if (problem !== null) return refuse(422, problem);
  const identity = identityOf(response);
  const { repository, review } = found;
  const refusal = await refuseDecision(
    identity,
    { repository, author: review.pullRequest.author },
    approvals.rules,
    parts.github,
  );
  const person = personOf(identity);
  if (refusal !== null || person === null) {
    await parts.store.writeAudit({
      actor: person?.login ?? 'nobody',
      action: 'decision-refused',
      repositoryId: repository.id,
      detail: { number: review.pullRequest.number, fingerprint: form.fingerprint, verdict: form.verdict },
    });
    return refuse(403, refusal ?? 'Sign in to decide.');
  }
  const decision = await parts.store.saveDecision({
    repositoryId: repository.id,
    number: review.pullRequest.number,
    fingerprint: form.fingerprint,
    verdict: form.verdict,
    reason: form.reason,
    ...person,
  });
  await parts.store.writeAudit({
    actor: person.login,
    action: `decision-${form.verdict}`,
    repositoryId: repository.id,
    detail: { number: review.pullRequest.number, fingerprint: form.fingerprint, decision: decision.id },
  });
  response.redirect(303, `${pathOf(found)}?done=${form.verdict}#approvals`);
}

async function revoke(parts: AppParts, request: Request, response: Response): Promise<void> {
  const found = await findVisibleReview(parts, request, response);
  const identity = identityOf(response);
  const person = personOf(identity);
  const { id } = request.params;
  if (found === null || person === null || typeof id !== 'string') return sendNotFound(request, response);
  const { repository, review } = found;
  const { number } = review.pullRequest;
  // To take a rejection back opens the gate as an approval does: GitHub is asked now, too.
  if (identity.kind === 'user' && (await parts.github.permissionIn(identity, repository)) === 'none')
    return sendNotFound(request, response);
  const isRevoked = await parts.store.revokeDecision(repository.id, number, id, person.userId);
  // Another person's decision is answered like one that does not exist.
  if (!isRevoked) return sendNotFound(request, response);
  await parts.store.writeAudit({
    actor: person.login,
    action: 'decision-revoked',
    repositoryId: repository.id,
    detail: { number, decision: id },
  });
  response.redirect(303, `${pathOf(found)}?done=revoked#approvals`);
}

/** Under which name a decision is kept. */
function personOf(identity: Identity): { readonly login: string; readonly userId: number } | null {
  switch (identity.kind) {
    case 'user':
      return { login: identity.login, userId: identity.userId };
    case 'local':
      return localPerson;
    case 'nobody':
      return null;
  }
}

function pathOf({ repository, review }: VisibleReview): string {
  return reviewPath(repository.fullName, review.pullRequest.number);
}

function sendNotFound(request: Request, response: Response): void {
  sendErrorPage(request, response, notFoundMessage);
}

function sendBadForm(request: Request, response: Response, found: VisibleReview): void {
  sendErrorPage(request, response, {
    status: 422,
    title: 'The form is incomplete',
    detail: 'A decision needs a fingerprint, a verdict and a reason.',
    back: { href: pathOf(found), name: 'To the review' },
  });
}

/** Between the page and the form somebody pushed: the word would be about something nobody looked at. */
function sendGone(request: Request, response: Response, found: VisibleReview): void {
  sendErrorPage(request, response, {
    status: 422,
    title: 'The change is not asked for any more',
    detail:
      'The newest report asks for no approval of this change: a newer push may have changed its effect.',
    back: { href: pathOf(found), name: 'To the newest revision' },
  });
}

/** The review once more with what was wrong, so that nobody has to write his reason twice. */
async function sendReviewAgain(
  parts: AppParts,
  request: Request,
  response: Response,
  again: {
    readonly found: VisibleReview;
    readonly loaded: LoadedRevision;
    readonly status: number;
    readonly draft: DecisionDraft;
  },
): Promise<void> {
  const { found, loaded, status, draft } = again;
  const { repository, review } = found;
  const decisions = await parts.store.listDecisions(repository.id, review.pullRequest.number);
  const frame = pageFrameOf(request, response, review.pullRequest.title);
  sendPage(
    response,
    <ReviewPage
      frame={{ ...frame, returnTo: pathOf(found) }}
      review={review}
      {...loaded}
      decisions={decisions}
      serverUrl={parts.configuration.github.serverUrl}
      diff={readPreferences(request.headers.cookie).diff}
      now={parts.now()}
      draft={draft}
    />,
    status,
  );
}
