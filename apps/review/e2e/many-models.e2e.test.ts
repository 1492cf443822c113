import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reviewModelConfigs } from '@topodiff/report';
import { openChromium } from './open-chromium.ts';
import { startUploadService } from './start-upload-service.ts';

const text = (workers: number) =>
  ({ kind: 'text', text: `minWorkers: ${workers}\nmaxWorkers: ${workers}\n` }) as const;

test('models far down are laid out when somebody comes there, and links lead to them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'topodiff-many-'));
  const { sample, token, service } = await startUploadService(folder);
  const browser = await openChromium();
  try {
    const report = reviewModelConfigs({
      toolVersion: '0.1.0',
      today: '2026-11-27',
      failOn: 'error',
      host: { gpus: 8, cpuCores: 32, entry: 'startup', torchserveVersion: '0.12.0' },
      comparison: {
        base: { name: 'main', sha: 'a'.repeat(40) },
        head: { name: 'topic', sha: 'b'.repeat(40) },
      },
      models: Array.from({ length: 60 }, (_, index) => ({
        path: `model-${String(index).padStart(2, '0')}/model-config.yaml`,
        base: text(1),
        head: text(2),
        isExplicit: false,
      })),
    });
    const answer = await fetch(`${service.url}/api/reports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...sample, report }),
    });
    expect(answer.status).toBe(201);
    const page = await browser.newPage();
    await page.goto(`${service.url}/reviews/acme/serving/7`);
    const last = page.locator('.model').last();
    const isLaidOut = () =>
      last
        .locator('h4')
        .first()
        .evaluate((title) => title.checkVisibility({ contentVisibilityAuto: true }));
    expect(await isLaidOut()).toBe(false);
    await page.goto(`${service.url}/reviews/acme/serving/7#${(await last.getAttribute('id')) ?? ''}`);
    expect(
      await last.locator('h3').evaluate((title) => title.getBoundingClientRect().top < innerHeight),
    ).toBe(true);
    expect(await isLaidOut()).toBe(true);
  } finally {
    await browser.close();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
