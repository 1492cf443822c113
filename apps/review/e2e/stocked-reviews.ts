import { reviewModelConfigs, type Report } from '@topodiff/report';
import { firstReport, secondReport } from '../src/testing/example-reports.ts';

/** A pull request with the reports that CI uploads for it, oldest first. */
export interface StockedReview {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly headRef: string;
  readonly reports: readonly Report[];
}

/** The review with everything on it: two revisions, errors, a budget that is exceeded, and approvals that are missing. */
export const mainReview = {
  repository: 'acme/serving',
  number: 12,
  title: 'Give the large models eight GPUs',
  author: 'ada',
  headRef: 'wider',
  reports: [firstReport, secondReport],
} as const satisfies StockedReview;

const reranker = `minWorkers: 2
maxWorkers: 4
batchSize: 8
maxBatchDelay: 50
responseTimeout: 120
startupTimeout: 120
deviceType: gpu
`;

/** What the service is stocked with, so that the list has a row of every kind. */
export const stockedReviews: readonly StockedReview[] = [
  {
    repository: 'acme/search',
    number: 31,
    title: 'Take sixteen requests at once in the reranker, and wait a little longer for them',
    author: 'grace',
    headRef: 'larger-batches-for-the-reranker',
    reports: [smallReport(reranker, reranker.replace('batchSize: 8', 'batchSize: 16'), 'c')],
  },
  {
    repository: 'acme/search',
    number: 28,
    title: 'Say in a comment why the reranker has four workers',
    author: 'lin',
    headRef: 'comment',
    reports: [smallReport(reranker, `# Four at noon, two at night\n${reranker}`, 'd')],
  },
  {
    repository: 'acme/serving',
    number: 9,
    title: 'Serve the reranker with another worker for each GPU',
    author: 'lin',
    headRef: 'more-workers',
    reports: [smallReport(reranker, reranker.replaceAll(/Workers: \d/g, 'Workers: 8'), 'e')],
  },
  mainReview,
];

function smallReport(base: string, head: string, digit: string): Report {
  return reviewModelConfigs({
    toolVersion: '0.1.0',
    today: '2026-11-27',
    failOn: 'error',
    host: { gpus: 4, cpuCores: 32, entry: 'startup', torchserveVersion: '0.12.0' },
    comparison: {
      base: { name: 'main', sha: 'a'.repeat(40) },
      head: { name: 'topic', sha: digit.repeat(40) },
    },
    models: [
      {
        path: 'serving/reranker/model-config.yaml',
        base: { kind: 'text', text: base },
        head: { kind: 'text', text: head },
        isExplicit: false,
      },
    ],
  });
}
