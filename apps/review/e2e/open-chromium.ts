import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { carriedChromium, type ChromiumProgram } from './carried-chromium.ts';

const systemPrograms = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// As root, and in containers, Chromium has no sandbox. It opens the pages of these tests only.
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/**
 * Starts the browser that npm brings, or the system's.
 *
 * @throws Error of one line that says what to install, when there is none: a page that nobody looked at is not tested
 */
export async function openChromium(): Promise<Browser> {
  const failures: string[] = [];
  for (const find of [carriedChromium, systemChromium]) {
    try {
      const program = find();
      if (program === null) continue;
      const { executablePath, environment } = program;
      const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment };
      return await chromium.launch({ executablePath, args, env });
    } catch (error) {
      failures.push(firstLine(error));
    }
  }
  throw new Error(
    `The tests need a browser: npm ci brings one for Linux on x64, else install Chromium (apt-get install chromium)${failures.length === 0 ? '' : `; tried: ${failures.join('; ')}`}`,
  );
}

function systemChromium(): ChromiumProgram | null {
  const executablePath = systemPrograms.find((path) => existsSync(path));
  return executablePath === undefined ? null : { executablePath, environment: {} };
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
