import type { Page, RepositoryRecord, ReviewSummary } from '../../store/store.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { Layout } from '../layout.tsx';
import { FilterForm } from './filter-form.tsx';
import { reviewsHref, type ReviewFilters } from './filters.ts';
import { ReviewsTable } from './reviews-table.tsx';

/** The list of reviews with its filters. */
export function ReviewsPage({
  frame,
  page,
  filters,
  repositories,
  isFirst,
  now,
}: {
  readonly frame: PageFrame;
  readonly page: Page<ReviewSummary>;
  readonly filters: ReviewFilters;
  readonly repositories: readonly RepositoryRecord[];
  readonly isFirst: boolean;
  readonly now: Date;
}) {
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <Layout frame={frame}>
      <h1>Reviews</h1>
      {repositories.length === 0 && !isFiltered ? (
        <NoReviews />
      ) : (
        <>
          <FilterForm filters={filters} repositories={repositories} />
          {page.items.length === 0 ? (
            <p class="empty">
              {isFirst ? 'No review matches the filters.' : 'No more reviews.'}{' '}
              <a href="/reviews">Show all reviews</a>
            </p>
          ) : (
            <ReviewsTable reviews={page.items} now={now} />
          )}
          <nav class="pages" aria-label="Pages of the list">
            {isFirst ? null : <a href={reviewsHref(filters)}>First page</a>}
            {page.next === null ? null : (
              <a rel="next" href={reviewsHref(filters, page.next)}>
                Next page
              </a>
            )}
          </nav>
        </>
      )}
    </Layout>
  );
}

function NoReviews() {
  return (
    <div class="empty">
      <h2>No reviews yet</h2>
      <p>
        A review appears when CI uploads its first report: give the Action the address of this service and let
        its job have the permission <code>id-token: write</code>.
      </p>
      <p>
        Until then, <a href="/playground">the playground</a> shows what a review looks like.
      </p>
    </div>
  );
}
