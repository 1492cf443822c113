import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowsing, type Browsing } from './start-browsing.ts';
import type { StockedService } from './start-stocked-service.ts';
import { mainReview } from './stocked-reviews.ts';

const reviewPath = `/reviews/${mainReview.repository}/${mainReview.number}`;

let browsing: Browsing | undefined;
let service: StockedService;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browsing = await startBrowsing();
  ({ service, browser } = browsing);
});
afterAll(() => browsing?.stop());
beforeEach(async () => {
  context = await browser.newContext();
  await service.signIn(context, 'mia');
  page = await context.newPage();
});
afterEach(() => context.close());

/** What has the focus, as it is read aloud or else by its text. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return name.replaceAll(/\s+/g, ' ').trim();
  });
}

/** Presses Tab until something has the focus; far less often than a page has links. */
async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (name.test(await focused())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${String(name)}; the focus is at ${await focused()}`);
}

function keepsFocusInView(): Promise<boolean> {
  return page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < innerHeight;
  });
}

test('Tab goes to the skip link, the places and the forms in their order', async () => {
  await page.goto(`${service.url}/reviews`);
  const order: string[] = [];
  for (let presses = 0; presses < 7; presses += 1) {
    await page.keyboard.press('Tab');
    order.push(await focused());
  }
  expect(order).toEqual([
    'Skip to the content',
    'topodiff',
    'Reviews',
    'Fleet',
    'Rules',
    'Playground',
    'Sign out',
  ]);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.name')).toBe('search');
});

test('the skip link is seen when it has the focus, and leads past the header', async () => {
  await page.goto(service.url + reviewPath);
  await page.keyboard.press('Tab');
  expect(await keepsFocusInView()).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('acme/serving');
});

test('a whole review: search, open, read, decide with a reason', async () => {
  await page.goto(`${service.url}/reviews`);
  await page.keyboard.press('/');
  await page.keyboard.type('eight');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search=eight/);
  await page.keyboard.press('j');
  expect(await focused()).toBe('Give the large models eight GPUs #12');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${reviewPath}`);

  const models: string[] = [];
  for (const key of ['j', 'j', 'k']) {
    await page.keyboard.press(key);
    expect(await keepsFocusInView()).toBe(true);
    models.push(
      await page.evaluate(() => document.activeElement?.querySelector('h3')?.textContent.trim() ?? ''),
    );
  }
  expect(models).toEqual([models[0], models[1], models[0]]);
  expect(models[0]).toBe('serving/mixtral-8x7b/model-config.yaml');
  expect(models[1]).not.toBe(models[0]);
  await page.keyboard.press('n');
  expect(await focused()).toMatch(/^error nproc-per-node is the text "8"/);
  await page.keyboard.press('n');
  const second = await focused();
  await page.keyboard.press('p');
  expect(await focused()).toMatch(/^error nproc-per-node is the text "8"/);
  expect(second).not.toMatch(/nproc-per-node is the text/);

  await page.goto(service.url + reviewPath);
  await tabTo(/^Approve or reject$/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  // Letters are text in a field, and no shortcuts.
  await page.keyboard.type('just in time, n/p? yes');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Approve');
  await page.keyboard.press('Enter');
  await page.waitForURL(/done=approved/);
  expect(await page.getByRole('status').textContent()).toBe('Your approval is kept.');
  expect(await page.locator('.decision').first().textContent()).toContain('just in time, n/p? yes');
  await tabTo(/^Revoke my decision$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/done=revoked/);
  expect(await page.locator('.decision').count()).toBe(0);
});

test('? tells the shortcuts, Escape closes them, and the focus comes back', async () => {
  await page.goto(`${service.url}/reviews`);
  await page.keyboard.press('j');
  const before = await focused();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.waitFor({ state: 'visible' });
  await page.keyboard.press('j'); // nothing behind the dialog moves
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await focused()).toBe(before);
});

test('shortcuts can be switched off', async () => {
  await page.goto(`${service.url}/reviews`);
  await tabTo(/^Save preferences$/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForLoadState();
  await page.locator('body[data-shortcuts=off]').waitFor();
  for (const key of ['j', '/', '?']) await page.keyboard.press(key);
  expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('what has the focus has a ring', async () => {
  await page.goto(service.url + reviewPath);
  const without: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${outlineStyle} ${outlineWidth}`;
    });
    if (outline !== 'solid 2px') without.push(`${await focused()}: ${outline}`);
  }
  expect(without).toEqual([]);
});
