import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carriedChromium } from './carried-chromium.ts';
import { openChromium, systemChromium } from './open-chromium.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'topodiff-chromium-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program in the place of a system's browser. */
function program(...lines: readonly string[]): string {
  const path = join(folder, 'chromium');
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(path, 0o755);
  return path;
}

async function messageOf(failing: Promise<unknown>): Promise<string> {
  const error: unknown = await failing.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? error.message : 'it did not fail';
}

const toInstall =
  'The tests need a browser: npm ci brings one for Linux on x64, else install Chromium (apt-get install chromium)';

test('without any browser it fails with one line that says what to install', async () => {
  const nowhere = join(folder, 'nowhere');
  const finders = [
    () => carriedChromium({ ...process, platform: 'darwin' }),
    () => systemChromium([nowhere]),
  ];
  expect(await messageOf(openChromium(finders))).toBe(toInstall);
});

test('browsers that do not start are told in the same line', async () => {
  const broken = () => {
    throw new Error('no space left\nwhile unpacking');
  };
  const path = program('echo no libraries >&2', 'exit 127');
  const message = await messageOf(openChromium([broken, () => systemChromium([path])]));
  expect(message).toMatch(/; tried: no space left; browserType\.launch: [^;]+$/);
  expect(message).not.toContain('\n');
  expect(message.startsWith(toInstall)).toBe(true);
});

test("where npm's browser does not start, the system's does", async () => {
  // A system's browser needs no libraries beside it: here it is npm's, which brings its own.
  const found = carriedChromium() ?? systemChromium();
  if (found === null) throw new Error(toInstall);
  const path = program(
    ...Object.entries(found.environment).map(([name, value]) => `export ${name}='${value}'`),
    `exec '${found.executablePath}' "$@"`,
  );
  const browser = await openChromium([
    () => ({ executablePath: join(folder, 'nowhere'), environment: {} }),
    () => systemChromium([join(folder, 'nowhere'), path]),
  ]);
  try {
    expect(browser.version()).toMatch(/^\d+\./);
  } finally {
    await browser.close();
  }
});
