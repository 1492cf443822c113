import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findAxeViolations } from './find-axe-violations.ts';
import { mainReview } from './stocked-reviews.ts';
import { startBrowsing, type Browsing } from './start-browsing.ts';
import type { StockedService } from './start-stocked-service.ts';
import { visitedPages } from './visited-pages.ts';
import { watchPage } from './watch-page.ts';

const screenshots = fileURLToPath(new URL('../tmp/screenshots/', import.meta.url));
const themes = ['light', 'dark'] as const;
const widths = [1280, 400];

let browsing: Browsing | undefined;
let service: StockedService;
let browser: Browser;
const contexts = new Map<string | null, BrowserContext>();

beforeAll(async () => {
  browsing = await startBrowsing();
  ({ service, browser } = browsing);
  for (const login of new Set(visitedPages.map((page) => page.login))) {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    if (login !== null) await service.signIn(context, login);
    contexts.set(login, context);
  }
  mkdirSync(screenshots, { recursive: true });
});
afterAll(() => browsing?.stop());

/** Once per theme and width, without loading the page again: its style sheet alone decides. */
async function eachLook(
  page: Page,
  look: (name: string, theme: (typeof themes)[number]) => Promise<void>,
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await look(`${width}-${theme}`, theme);
    }
  }
}

test.each(visitedPages)('$name', async ({ name, login, status, open }) => {
  const context = contexts.get(login);
  if (context === undefined) throw new Error('every login has a context');
  const page = await context.newPage();
  const watch = watchPage(page, service.url);
  expect(await open(page, service)).toBe(status);
  const problems: string[] = [];
  await eachLook(page, async (look, theme) => {
    const overflow = await page.evaluate('document.scrollingElement.scrollWidth - innerWidth');
    const violations = await findAxeViolations(page, theme === 'light' ? 'all' : 'colours');
    problems.push(
      ...violations.map((violation) => `${look}: ${violation}`),
      ...(Number(overflow) > 0 ? [`${look}: the page is ${String(overflow)} px too wide`] : []),
    );
    await page.screenshot({ path: `${screenshots}${name}-${look}.png`, fullPage: true });
  });
  await page.close();
  expect(problems).toEqual([]);
  expect(watch.complaints).toEqual([]);
});

test('on paper there is no navigation, and nothing is folded or cut', async () => {
  const context = contexts.get('mia');
  if (context === undefined) throw new Error('every login has a context');
  const page = await context.newPage();
  await page.setViewportSize({ width: 760, height: 1000 });
  await page.goto(`${service.url}/reviews/${mainReview.repository}/${mainReview.number}`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const hidden of ['.site-header nav', '.contents', '.site-footer', '.person', '.decide', '.skip']) {
    expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
  }
  // The settings and the launch plan are folded away on the screen.
  const folded = page.locator('details:not([open]) .table-region, details:not([open]) pre');
  const heights = await folded.evaluateAll((boxes) => boxes.map((box) => box.clientHeight));
  expect(heights.length).toBeGreaterThan(0);
  expect(Math.min(...heights)).toBeGreaterThan(0);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('.table-region, .drawing, pre')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => box.getAttribute('aria-label')),
  );
  expect(cut).toEqual([]);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(ground).toBe('rgb(255, 255, 255)');
  await page.screenshot({ path: `${screenshots}print.png`, fullPage: true });
  await page.close();
});
