import type { Report } from '@topodiff/report';
import type { ReviewSummary, Revision } from '../../store/store.ts';
import { encodeText, commitUrl, reviewPath, webUrl } from '../parts/addresses.ts';
import { MaybeLink } from '../parts/maybe-link.tsx';
import { quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { When } from '../parts/when.tsx';

/** Title, repository, revisions that were compared, and where all that comes from. */
export function ReviewHeader({
  review,
  report,
  revision,
  repositoryUrl,
  now,
}: {
  readonly review: ReviewSummary;
  readonly report: Report;
  readonly revision: Revision;
  readonly repositoryUrl: string | null;
  readonly now: Date;
}) {
  const { repository, pullRequest } = review;
  const { comparison } = report;
  return (
    <header class="review-header">
      <p class="small">
        <a href={`/reviews?repository=${encodeText(repository.fullName)}`}>{shown(repository.fullName)}</a>
      </p>
      <h1>
        {shown(pullRequest.title)}{' '}
        <MaybeLink href={webUrl(pullRequest.url)}>
          <span class="number">#{pullRequest.number}</span>
        </MaybeLink>
      </h1>
      <p>
        <strong>{shown(pullRequest.author)}</strong> wants to merge <code>{shown(pullRequest.headRef)}</code>{' '}
        into <code>{shown(pullRequest.baseRef)}</code>
      </p>
      {comparison === null ? null : (
        <dl class="shas">
          <Sha
            name="Base"
            sha={(comparison.drift?.tip ?? comparison.base).sha}
            repositoryUrl={repositoryUrl}
          />
          <Sha name="Merge base" sha={comparison.base.sha} repositoryUrl={repositoryUrl} />
          <Sha name="Head" sha={comparison.head.sha} repositoryUrl={repositoryUrl} />
        </dl>
      )}
      {comparison === null || comparison.drift === null || comparison.drift.commits === 0 ? null : (
        <p class="small">
          {shown(comparison.drift.tip.name)} has moved {quantity(comparison.drift.commits, 'commit')},{' '}
          {comparison.drift.models.length === 0
            ? 'none touch these files'
            : `touching ${comparison.drift.models.map(shown).join(', ')}`}
        </p>
      )}
      <p class="small">
        Revision {revision.ordinal}, <When date={revision.createdAt} now={now} />
        <Origin review={review} revision={revision} />
      </p>
    </header>
  );
}

/** Whose word the page goes by. */
function Origin({
  review,
  revision: { run, uploadedBy },
}: {
  readonly review: ReviewSummary;
  readonly revision: Revision;
}) {
  if (uploadedBy !== 'local') {
    return (
      <>
        , run {run.id}, attempt {run.attempt}. Title, author and branches are reported by CI.
      </>
    );
  }
  const path = reviewPath(review.repository.fullName, review.pullRequest.number);
  return (
    <>
      , from git on this machine. <a href={`${path}?refresh=1`}>Read git again</a>
    </>
  );
}

function Sha({
  name,
  sha,
  repositoryUrl,
}: {
  readonly name: string;
  readonly sha: string | null;
  readonly repositoryUrl: string | null;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {sha === null ? (
          'unknown'
        ) : (
          <MaybeLink href={commitUrl(repositoryUrl, sha)}>
            <code>{shown(sha.slice(0, 7))}</code>
          </MaybeLink>
        )}
      </dd>
    </div>
  );
}
