import type { ComponentChildren } from 'preact';
import type { ReviewSummary } from '../../store/store.ts';
import { reviewPath } from '../parts/addresses.ts';
import { CardTable, type Column } from '../parts/card-table.tsx';
import { numbersAndDifference, quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { When } from '../parts/when.tsx';

const columns: readonly Column[] = [
  { name: 'Pull request' },
  { name: 'Topology', width: 'broad' },
  { name: 'Findings', width: 'brief' },
  { name: 'GPUs', width: 'brief' },
  { name: 'Approval' },
  { name: 'Conclusion' },
  { name: 'Updated', width: 'brief' },
];

/** One row for each pull request, each leading to its review. */
export function ReviewsTable({
  reviews,
  now,
}: {
  readonly reviews: readonly ReviewSummary[];
  readonly now: Date;
}) {
  return (
    <CardTable
      caption="Reviews, newest first"
      columns={columns}
      rows={reviews.map((review) => ({
        key: review.revisionId,
        cells: reviewCells(review, now),
        isStop: true,
      }))}
    />
  );
}

function reviewCells(review: ReviewSummary, now: Date): readonly ComponentChildren[] {
  const { repository, pullRequest, changedModels, worstSeverity, blockingFindings } = review;
  return [
    <>
      <span class="small">{shown(repository.fullName)}</span>
      <a class="row-link" href={reviewPath(repository.fullName, pullRequest.number)}>
        {shown(pullRequest.title)} <span class="number">#{pullRequest.number}</span>
      </a>
      <span class="small">
        {shown(pullRequest.author)} · {quantity(review.revisions, 'revision')}
      </span>
    </>,
    <>
      {review.label === '' ? 'nothing changes' : shown(review.label)}
      {changedModels > 1 ? <span class="small"> and {quantity(changedModels - 1, 'more model')}</span> : null}
    </>,
    <>
      {worstSeverity === null ? 'none' : <StatusWord status={worstSeverity} />}
      {blockingFindings === 0 ? null : <span class="small"> {blockingFindings} blocking</span>}
    </>,
    numbersAndDifference(review.gpus),
    <StatusWord status={review.approvalState} />,
    <StatusWord status={review.conclusion} />,
    <When date={review.updatedAt} now={now} />,
  ];
}
