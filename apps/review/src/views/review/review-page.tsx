import type { Report } from '@topodiff/report';
import type { Decision, ReviewSummary, Revision } from '../../store/store.ts';
import type { DiffLayout } from '../frame/preferences.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { Layout } from '../layout.tsx';
import { encodeText, repositoryUrlOf, reviewPath } from '../parts/addresses.ts';
import { ApprovalsSection } from './approvals-section.tsx';
import type { DecisionDraft } from './approvals-setup.ts';
import type { reviewFlashes } from './decision-flash.tsx';
import { Downloads } from './downloads.tsx';
import { PageContents } from './page-contents.tsx';
import { ReportBody } from './report-body.tsx';
import { makeReportContext } from './report-context.ts';
import { ReviewHeader } from './review-header.tsx';
import { Revisions } from './revisions.tsx';

interface ReviewPageProps {
  readonly frame: PageFrame;
  readonly review: ReviewSummary;
  readonly report: Report;
  readonly revision: Revision;
  /** Newest first. */
  readonly revisions: readonly Revision[];
  readonly decisions: readonly Decision[];
  /** `https://github.com` */
  readonly serverUrl: string;
  readonly diff: DiffLayout;
  readonly now: Date;
  readonly flash?: keyof typeof reviewFlashes | null;
  readonly draft?: DecisionDraft | null;
}

/** One pull request by one of its reports. */
export function ReviewPage({
  frame,
  review,
  report,
  revision,
  revisions,
  decisions,
  serverUrl,
  diff,
  now,
  flash = null,
  draft = null,
}: ReviewPageProps) {
  const { repository, pullRequest } = review;
  const path = reviewPath(repository.fullName, pullRequest.number);
  const isNewest = revision.id === review.revisionId;
  const repositoryUrl = repositoryUrlOf(serverUrl, repository.fullName, revision.uploadedBy);
  const query = isNewest ? '' : `revision=${encodeText(revision.id)}`;
  const context = makeReportContext(report, {
    repositoryUrl,
    diff,
    layoutHref: (layout) => `${path}?${query === '' ? '' : `${query}&`}diff=${layout}`,
  });
  return (
    <Layout frame={frame}>
      {isNewest ? null : (
        <p class="banner" role="status">
          A newer push exists: this is revision {revision.ordinal} of {review.revisions}.{' '}
          <a href={path}>Show the newest</a>
        </p>
      )}
      <ReviewHeader
        review={review}
        report={report}
        revision={revision}
        repositoryUrl={repositoryUrl}
        now={now}
      />
      <PageContents report={report} decisions={decisions} revisions={revisions.length} />
      <ReportBody
        context={context}
        approvals={
          report.approvals === null ? null : (
            <ApprovalsSection
              approvals={report.approvals}
              setup={{
                identity: frame.identity,
                csrfToken: frame.csrfToken ?? '',
                path,
                number: pullRequest.number,
                author: pullRequest.author,
                isNewest,
                decisions,
                draft,
                flash,
                ids: context.ids,
                shownPaths: new Set(report.models.map((model) => model.path)),
              }}
            />
          )
        }
      />
      <Revisions revisions={revisions} shownId={revision.id} path={path} now={now} />
      <Downloads path={path} query={query} />
    </Layout>
  );
}
