import type { Page } from 'playwright-core';
import { mainReview } from './stocked-reviews.ts';
import type { StockedService } from './start-stocked-service.ts';

/** One page, and how somebody comes to see it. */
export interface VisitedPage {
  readonly name: string;
  /** Null: nobody is signed in. */
  readonly login: 'bob' | 'mia' | 'olga' | 'zoe' | null;
  readonly status: number;
  /** Gives the status of the document. */
  readonly open: (page: Page, service: StockedService) => Promise<number>;
}

const { repository, number } = mainReview;
const reviewPath = `/reviews/${repository}/${number}`;

/** Every page of the dashboard, in every state that looks different. */
export const visitedPages: readonly VisitedPage[] = [
  at('reviews', 'mia', '/reviews'),
  at('reviews-filtered', 'mia', '/reviews?search=nothing-like-that'),
  at('reviews-empty', 'zoe', '/reviews'),
  at('review', 'mia', reviewPath),
  at('review-split', 'mia', `${reviewPath}?diff=split`),
  at('review-small', 'mia', '/reviews/acme/search/31'),
  {
    name: 'review-older',
    login: 'mia',
    status: 200,
    open: async (page, { url }) => {
      await page.goto(url + reviewPath);
      return statusAfter(page, () => page.locator('.revisions a').last().click());
    },
  },
  {
    name: 'review-refused',
    login: 'bob',
    status: 403,
    open: async (page, { url }) => {
      await page.goto(url + reviewPath);
      await page.getByText('Approve or reject', { exact: true }).first().click();
      await page.getByLabel('Reason (required)').first().fill('The new model needs them.');
      return statusAfter(page, () => page.getByRole('button', { name: 'Approve' }).first().click());
    },
  },
  {
    name: 'compare',
    login: 'mia',
    status: 200,
    open: async (page, { url }) => {
      await page.goto(url + reviewPath);
      return statusAfter(page, () => page.getByRole('button', { name: 'Compare' }).click());
    },
  },
  at('fleet', 'mia', '/fleet'),
  at('rules', 'mia', '/rules'),
  at('rule', 'mia', '/rules/nproc-per-node-invalid'),
  at('playground', 'mia', '/playground'),
  {
    name: 'playground-result',
    login: 'mia',
    status: 200,
    open: async (page, { url }) => {
      await page.goto(`${url}/playground`);
      await page.locator('#text-base').fill('parallelType: tp\ntorchrun:\n  nproc-per-node: 4\n');
      await page.locator('#text-head').fill('parallelType: tp\ntorchrun:\n  nproc-per-node: "8"\n');
      await page.getByLabel('GPUs of the host').fill('8');
      return statusAfter(page, () => page.getByRole('button', { name: 'Review', exact: true }).click());
    },
  },
  {
    name: 'playground-problem',
    login: 'mia',
    status: 422,
    open: async (page, { url }) => {
      await page.goto(`${url}/playground`);
      return statusAfter(page, () => page.getByRole('button', { name: 'Review', exact: true }).click());
    },
  },
  {
    name: 'tokens',
    login: 'olga',
    status: 201,
    open: async (page, { url }) => {
      await page.goto(`${url}/repositories/${repository}/tokens`);
      await page.getByLabel('Name of a new token').fill('Jenkins in the cellar');
      return statusAfter(page, () => page.getByRole('button', { name: 'Make a token' }).click());
    },
  },
  at('not-allowed', 'mia', `/repositories/${repository}/tokens`, 403),
  at('not-found', 'mia', '/reviews/other/secret/3', 404),
  {
    name: 'failure',
    login: 'olga',
    status: 502,
    open: (page, { url, gitHub }) => {
      gitHub.injectFault({ on: /^GET \/repos\//, times: 5, answer: { status: 502, body: {} } });
      return open(page, `${url}/repositories/${repository}/tokens`);
    },
  },
  at('sign-in', null, reviewPath, 401),
];

function at(name: string, login: VisitedPage['login'], path: string, status = 200): VisitedPage {
  return { name, login, status, open: (page, { url }) => open(page, url + path) };
}

async function open(page: Page, address: string): Promise<number> {
  const response = await page.goto(address);
  return response?.status() ?? 0;
}

async function statusAfter(page: Page, act: () => Promise<void>): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest() && !isRedirect(one.status())),
    act(),
  ]);
  await page.waitForLoadState();
  return response.status();
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}
