import { firstReport, secondReport } from './example-reports.ts';
import type { FakeReview } from './fake-store.ts';

/** A pull request with two pushes, in a repository that the example's people can read. */
export const exampleReview: FakeReview = {
  repository: { id: 4711, fullName: 'acme/serving' },
  pullRequest: {
    number: 12,
    title: 'Give the large models eight GPUs',
    author: 'ada',
    url: 'https://github.com/acme/serving/pull/12',
    baseRef: 'main',
    headRef: 'wider',
  },
  reports: [
    { id: 'r1', report: firstReport, createdAt: new Date('2026-11-26T09:00:00Z') },
    { id: 'r2', report: secondReport, createdAt: new Date('2026-11-27T11:20:00Z') },
  ],
};

/** A pull request of somebody else's repository. */
export const secretReview: FakeReview = {
  ...exampleReview,
  repository: { id: 666, fullName: 'other/secret' },
  pullRequest: { ...exampleReview.pullRequest, number: 3, title: 'Hidden from others' },
};
