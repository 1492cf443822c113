import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { findAxeViolations } from './find-axe-violations.ts';
import { openChromium } from './open-chromium.ts';
import { startService, type RunningService } from './run-service.ts';
import { watchPage } from './watch-page.ts';

const topodiff = fileURLToPath(new URL('../../cli/bin/topodiff.cjs', import.meta.url));
const screenshots = fileURLToPath(new URL('../tmp/screenshots/', import.meta.url));
const reviewPath = '/reviews/local/serving/1';

const tp = (ranks: string) => `parallelType: tp\ntorchrun:\n  nproc-per-node: ${ranks}\n`;
const policy = 'approvals:\n  require: [topology-change]\n  permission: write\n';

let folder: string;
let repository: string;
let browser: Browser;
let service: RunningService;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'topodiff-local-'));
  repository = join(folder, 'serving');
  mkdirSync(repository);
  git('init', '-q', '-b', 'main');
  commit({ '.topodiff.yaml': policy, 'model-config.yaml': tp('4') });
  git('checkout', '-q', '-b', 'wider');
  commit({ 'model-config.yaml': tp('"8"') });
  mkdirSync(screenshots, { recursive: true });
  browser = await openChromium();
  service = await startService({
    TOPODIFF_DATA_FOLDER: join(folder, 'store'),
    // As `topodiff review --base main` starts it.
    TOPODIFF_LOCAL_REVIEW: JSON.stringify({
      command: [process.execPath, topodiff, 'diff', '--base=main', '--gpus=8', '--format=json'],
      folder: repository,
      repository: 'local/serving',
      number: 1,
      title: 'wider',
      author: 'Ada',
      baseRef: 'main',
      headRef: 'wider',
    }),
  });
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => void (page = await browser.newPage({ reducedMotion: 'reduce' })));
afterEach(() => page.close());

function git(...args: readonly string[]): void {
  const names = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...names, ...args], { cwd: repository, stdio: 'pipe' });
}

function commit(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(repository, name), text);
  git('add', '.');
  git('commit', '-q', '-m', 'change');
}

test.each([
  ['reviews', '/reviews'],
  ['review', reviewPath],
  ['fleet', '/fleet'],
])('%s: it says that it is local, fits a phone and is readable in both themes', async (name, path) => {
  const watch = watchPage(page, service.url);
  await page.goto(service.url + path);
  expect(await page.locator('.person').textContent()).toBe('Local mode');
  expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  const problems: string[] = [];
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const overflow = await page.evaluate('document.scrollingElement.scrollWidth - innerWidth');
      const violations = await findAxeViolations(page, theme === 'light' ? 'all' : 'colours');
      problems.push(
        ...violations,
        ...(Number(overflow) > 0 ? [`${width}: ${String(overflow)} px too wide`] : []),
      );
      await page.screenshot({ path: `${screenshots}local-${name}-${width}-${theme}.png`, fullPage: true });
    }
  }
  expect(problems).toEqual([]);
  expect(watch.complaints).toEqual([]);
});

test('a review leads to no page of GitHub, where the repository need not be', async () => {
  await page.goto(service.url + reviewPath);
  const hosts = await page
    .locator('main a[href^=http]')
    .evaluateAll((links) => links.map((link) => new URL(link.getAttribute('href') ?? '').host));
  expect(hosts.filter((host) => host !== new URL(service.url).host)).toEqual([]);
});

test('a decision is kept here, and the page says that GitHub does not hear of it', async () => {
  await page.goto(service.url + reviewPath);
  expect(await page.locator('#approvals ~ .small').first().textContent()).toMatch(
    /Local mode: decisions are kept here and never reach GitHub\.$/,
  );
  await page.getByLabel('Reason (required)').fill('Only to see it');
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.waitForURL(/done=approved/);
  expect(await page.locator('.decision').textContent()).toContain('(never reaches GitHub)');
});

test('git is read again on demand', async () => {
  await page.goto(service.url + reviewPath);
  commit({ 'model-config.yaml': tp('8') });
  await page.getByRole('link', { name: 'Read git again' }).click();
  await page.waitForURL(`**${reviewPath}`);
  expect(await page.locator('.label').first().textContent()).toBe('2 × tp 4 GPUs → tp 8 GPUs');
  expect(await page.locator('.revisions li').count()).toBe(2);
});
