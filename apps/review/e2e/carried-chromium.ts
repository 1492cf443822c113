import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A browser to start, and what it needs in its environment. */
export interface ChromiumProgram {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

const temporary = fileURLToPath(new URL('../tmp/', import.meta.url));
const unpack = fileURLToPath(new URL('./unpack-chromium.ts', import.meta.url));

/**
 * The browser that npm brings, unpacked once for all runs; null where npm brings none: it is for Linux on x64.
 */
export function carriedChromium({ platform, arch } = process): ChromiumProgram | null {
  if (platform !== 'linux' || arch !== 'x64') return null;
  const folder = join(temporary, `chromium-${carriedVersion()}`);
  if (!existsSync(folder)) unpackInto(folder);
  const executablePath = join(folder, 'chromium');
  return {
    executablePath,
    environment: {
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      ...(lacksLibraries(executablePath) ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : {}),
    },
  };
}

function carriedVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as {
    readonly version: string; // of every npm package
  };
  return version;
}

/** Test files that run at the same time may both unpack: the first one's folder stays. */
function unpackInto(folder: string): void {
  mkdirSync(temporary, { recursive: true });
  const own = mkdtempSync(join(temporary, 'unpacking-'));
  execFileSync(process.execPath, [unpack], {
    env: { PATH: process.env['PATH'], TMPDIR: own },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(join(own, 'fonts.conf'), fontsOf(folder));
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true });
  }
}

/** The same fonts on every machine, so that a page is as wide on each; symbols come from the system. */
function fontsOf(folder: string): string {
  const preferred = [
    ['system-ui', 'Open Sans'],
    ['sans-serif', 'Open Sans'],
    ['monospace', 'DejaVu Sans Mono'],
  ];
  const aliases = preferred.map(
    ([family, font]) =>
      `<alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
  ${aliases.join('\n  ')}
</fontconfig>
`;
}

function lacksLibraries(program: string): boolean {
  try {
    return execFileSync('ldd', [program], { encoding: 'utf8', stdio: 'pipe' }).includes('not found');
  } catch {
    return true; // no ldd to ask: its own libraries do no harm
  }
}
