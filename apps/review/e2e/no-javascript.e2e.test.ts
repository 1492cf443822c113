import { Buffer } from 'node:buffer';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowsing, type Browsing } from './start-browsing.ts';
import type { StockedService } from './start-stocked-service.ts';
import { mainReview } from './stocked-reviews.ts';

const reviewPath = `/reviews/${mainReview.repository}/${mainReview.number}`;
const before = 'parallelType: tp\ntorchrun:\n  nproc-per-node: 4\n';
const after = 'parallelType: tp\ntorchrun:\n  nproc-per-node: 8\n';

let browsing: Browsing | undefined;
let service: StockedService;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browsing = await startBrowsing();
  ({ service, browser } = browsing);
  context = await browser.newContext({ javaScriptEnabled: false });
  await service.signIn(context, 'mia');
});
afterAll(() => browsing?.stop());
beforeEach(async () => void (page = await context.newPage()));
afterEach(() => page.close());

const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();

test('filter, and read', async () => {
  await page.goto(`${service.url}/reviews`);
  await page.getByLabel('Worst finding').selectOption('error');
  await press('Show');
  expect(await page.locator('.row-link').allTextContents()).toEqual(['Give the large models eight GPUs #12']);
  await page.locator('.row-link').click();
  expect(new URL(page.url()).pathname).toBe(reviewPath);
  const settings = page.getByText('Settings, declared and effective').first();
  await settings.click();
  expect(await page.getByText('Settings that are written or differ').first().isVisible()).toBe(true);
  await page.getByRole('link', { name: 'side by side' }).first().click();
  expect(await page.locator('table.diff-split').count()).toBeGreaterThan(0);
  // The list of the shortcuts, which nobody could close, stays away.
  expect(await page.locator('dialog').isVisible()).toBe(false);
});

test('compare two revisions', async () => {
  await page.goto(service.url + reviewPath);
  await press('Compare');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Revision 1 to 2');
  expect(await page.getByRole('table').textContent()).toContain('serving/gemma/model-config.yaml');
});

test('approve, and revoke', async () => {
  await page.goto(service.url + reviewPath);
  await page.getByText('Approve or reject', { exact: true }).first().click();
  await page.getByLabel('Reason (required)').first().fill('It was measured.');
  await press('Approve');
  expect(await page.getByRole('status').textContent()).toBe('Your approval is kept.');
  expect(await page.locator('.decision').first().textContent()).toContain('It was measured.');
  await press('Revoke my decision');
  expect(await page.getByRole('status').textContent()).toBe('Your decision is revoked.');
});

test.each([
  ['dark', 'light', 'rgb(20, 23, 26)'],
  ['light', 'dark', 'rgb(251, 251, 250)'],
  ['auto', 'dark', 'rgb(20, 23, 26)'],
] as const)('theme %s where the system is %s', async (theme, system, ground) => {
  await page.emulateMedia({ colorScheme: system });
  await page.goto(`${service.url}/rules`);
  await page.getByLabel('Theme').selectOption(theme);
  await press('Save preferences');
  expect(new URL(page.url()).pathname).toBe('/rules');
  await page.goto(`${service.url}/repositories/${mainReview.repository}/tokens`);
  // On every page, also on those that refuse.
  expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
  const style = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(style).toBe(ground);
});

test('the playground takes two texts', async () => {
  await page.goto(`${service.url}/playground`);
  const [base, head] = [page.locator('#text-base'), page.locator('#text-head')];
  await base.fill(before);
  await head.fill(after);
  await press('Review');
  expect(await page.locator('.label').first().textContent()).toBe('tp 4 GPUs → tp 8 GPUs');
  expect(await head.inputValue()).toBe(after);
});

test('the playground takes two files', async () => {
  await page.goto(`${service.url}/playground`);
  const file = (text: string) => ({
    name: 'model-config.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(text),
  });
  await page.locator('#file-base').setInputFiles(file(before));
  await page.locator('#file-head').setInputFiles(file(after));
  await press('Review');
  expect(await page.locator('.label').first().textContent()).toBe('tp 4 GPUs → tp 8 GPUs');
});
