import type { ReviewSummary } from '../../store/store.ts';
import { reviewPath } from '../parts/addresses.ts';
import { numbersAndDifference, quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { When } from '../parts/when.tsx';

const columns = ['Pull request', 'Topology', 'Findings', 'GPUs', 'Approval', 'Conclusion', 'Updated'];

/**
 * One row for each pull request. On a narrow page the rows become cards, which takes the table's meaning from some
 * readers of the page unless the roles are named.
 */
export function ReviewsTable({
  reviews,
  now,
}: {
  readonly reviews: readonly ReviewSummary[];
  readonly now: Date;
}) {
  return (
    <table class="cards" role="table">
      <caption class="unseen">Reviews, newest first</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {reviews.map((review) => (
          <ReviewRow key={review.revisionId} review={review} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function ReviewRow({ review, now }: { readonly review: ReviewSummary; readonly now: Date }) {
  const { repository, pullRequest, gpus } = review;
  return (
    <tr role="row" data-model>
      <th scope="row" role="rowheader">
        <span class="small">{shown(repository.fullName)}</span>
        <a class="row-link" href={reviewPath(repository.fullName, pullRequest.number)}>
          {shown(pullRequest.title)} <span class="number">#{pullRequest.number}</span>
        </a>
        <span class="small">
          {shown(pullRequest.author)} · {quantity(review.revisions, 'revision')}
        </span>
      </th>
      <td role="cell" data-label="Topology">
        {review.label === '' ? 'nothing changes' : shown(review.label)}
        {review.changedModels > 1 ? (
          <span class="small"> and {quantity(review.changedModels - 1, 'more model')}</span>
        ) : null}
      </td>
      <td role="cell" data-label="Findings">
        {review.worstSeverity === null ? 'none' : <StatusWord status={review.worstSeverity} />}
        {review.blockingFindings === 0 ? null : (
          <span class="small"> {review.blockingFindings} blocking</span>
        )}
      </td>
      <td role="cell" data-label="GPUs">
        {numbersAndDifference(gpus)}
      </td>
      <td role="cell" data-label="Approval">
        <StatusWord status={review.approvalState} />
      </td>
      <td role="cell" data-label="Conclusion">
        <StatusWord status={review.conclusion} />
      </td>
      <td role="cell" data-label="Updated">
        <When date={review.updatedAt} now={now} />
      </td>
    </tr>
  );
}
