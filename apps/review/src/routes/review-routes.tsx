import { Router } from 'express';
import type { AppParts } from '../app-parts.ts';
import { ComparePage } from '../views/compare/compare-page.tsx';
import { pageFrameOf } from '../views/frame/page-frame-of.ts';
import { diffLayouts, readPreferences } from '../views/frame/preferences.ts';
import { reviewFlashes } from '../views/review/decision-flash.tsx';
import { ReviewPage } from '../views/review/review-page.tsx';
import { sendPage } from '../views/send-page.tsx';
import { createDecisionRoutes } from './review/decision-routes.tsx';
import { createDownloadRoutes } from './review/download-routes.ts';
import { findVisibleReview, loadRevision } from './review/find-visible-review.ts';

/** One review: its pages, downloads and decisions, below `/reviews`. What is not found goes on to the next router. */
export function createReviewRoutes(parts: AppParts): Router {
  const router = Router();

  router.get('/:owner/:name/:number', async (request, response, next) => {
    const found = await findVisibleReview(parts, request, response);
    const loaded = found === null ? null : await loadRevision(parts, found, request.query['revision']);
    if (found === null || loaded === null) return next();
    const { repository, review } = found;
    const { number, title } = review.pullRequest;
    const decisions = await parts.store.listDecisions(repository.id, number);
    const { done, diff } = request.query;
    sendPage(
      response,
      <ReviewPage
        frame={pageFrameOf(request, response, `${title} #${number}`)}
        review={review}
        {...loaded}
        decisions={decisions}
        serverUrl={parts.configuration.github.serverUrl}
        diff={diffLayouts.find((layout) => layout === diff) ?? readPreferences(request.headers.cookie).diff}
        now={parts.now()}
        flash={isFlash(done) ? done : null}
      />,
    );
  });

  router.get('/:owner/:name/:number/compare', async (request, response, next) => {
    const found = await findVisibleReview(parts, request, response);
    if (found === null) return next();
    const { from: fromId, to: toId } = request.query;
    if (fromId === undefined) return next();
    const from = await loadRevision(parts, found, fromId);
    const to = await loadRevision(parts, found, toId);
    if (from === null || to === null) return next();
    const title = `Revision ${from.revision.ordinal} to ${to.revision.ordinal} of #${found.review.pullRequest.number}`;
    sendPage(
      response,
      <ComparePage
        frame={pageFrameOf(request, response, title)}
        review={found.review}
        revisions={to.revisions}
        from={from}
        to={to}
      />,
    );
  });

  router.use(createDownloadRoutes(parts), createDecisionRoutes(parts));
  return router;
}

function isFlash(value: unknown): value is keyof typeof reviewFlashes {
  return typeof value === 'string' && Object.hasOwn(reviewFlashes, value);
}
