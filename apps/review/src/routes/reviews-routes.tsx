import { Router } from 'express';
import { identityOf } from '../auth/identity-of.ts';
import { visibleRepositories } from '../auth/visible-repositories.ts';
import type { AppParts } from '../app-parts.ts';
import { pageFrameOf } from '../views/frame/page-frame-of.ts';
import { readReviewFilters } from '../views/reviews/filters.ts';
import { ReviewsPage } from '../views/reviews/reviews-page.tsx';
import { sendPage } from '../views/send-page.tsx';

const rowsPerPage = 50;

/** The list of reviews, at `/reviews`. */
export function createReviewsRoutes(parts: AppParts): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const visible = await visibleRepositories(identityOf(response), parts.github);
    const filters = readReviewFilters(request.query);
    const { after } = request.query;
    const isFirst = typeof after !== 'string' || after === '';
    const [page, repositories] = await Promise.all([
      parts.store.listReviews({ ...filters, limit: rowsPerPage, ...(isFirst ? {} : { after }) }, visible),
      parts.store.listRepositories(visible),
    ]);
    sendPage(
      response,
      <ReviewsPage
        frame={pageFrameOf(request, response, 'Reviews')}
        page={page}
        filters={filters}
        repositories={repositories}
        isFirst={isFirst}
        now={parts.now()}
      />,
    );
  });
  return router;
}
