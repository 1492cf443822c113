import { existsSync, globSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
const instructions = read('Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const ignored = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** What the build stage makes; everything else that is copied is in the repository. */
const made = ['node_modules', 'apps/review/dist'];

function isIgnored(path: string): boolean {
  const parts = path.split('/');
  return ignored.some((pattern) =>
    parts.some((_part, index) => matchesGlob(parts.slice(0, index + 1).join('/'), pattern)),
  );
}

test('every path that is copied exists, or the build makes it', () => {
  const copied = instructions.flatMap((line) => {
    const [, source] = /^COPY --from=build \/app\/(\S+) \S+$/.exec(line) ?? [];
    return source === undefined ? [] : [source];
  });
  expect(copied).toHaveLength(instructions.filter((line) => line.startsWith('COPY --from')).length);
  const missing = copied.filter(
    (path) => !made.includes(path) && (!existsSync(`${root}/${path}`) || isIgnored(path)),
  );
  expect(missing).toEqual([]);
});

test('the context has what the install and the build read', () => {
  const needed = [
    'package.json',
    'package-lock.json',
    '.npmrc',
    ...globSync('{packages,apps,tools}/*/package.json', { cwd: root }),
    ...globSync('{packages/*,apps/review}/src/**/*.{ts,tsx,css,js}', { cwd: root }),
    'apps/review/scripts/build.mjs',
  ];
  expect(needed.length).toBeGreaterThan(100);
  expect(needed.filter(isIgnored)).toEqual([]);
});

test('it starts the file that the build writes, as a user of its own', () => {
  const [command] = instructions.filter((line) => line.startsWith('CMD '));
  expect(command).toBe('CMD ["node", "apps/review/dist/main.js"]');
  expect(read('apps/review/scripts/build.mjs')).toContain("outfile: 'dist/main.js'");
  expect(instructions).toContain('USER node');
  expect(instructions).toContain('VOLUME /data');
  expect(instructions.find((line) => line.startsWith('HEALTHCHECK '))).toContain('/healthz');
});
