import { existsSync, readdirSync, readFileSync } from 'node:fs';

const repository = new URL('../../../', import.meta.url);

const pages = [
  ...readdirSync(repository).filter((name) => name.endsWith('.md')),
  ...readdirSync(new URL('docs/', repository), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function anchorsIn(page: URL): ReadonlySet<string> {
  const text = readFileSync(page, 'utf8');
  return new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading)));
}

function brokenLinks(page: string): readonly string[] {
  const from = new URL(page, repository);
  const text = readFileSync(from, 'utf8').replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const to = new URL(target, from);
      const anchor = to.hash.slice(1);
      to.hash = '';
      return !existsSync(to) || (anchor !== '' && !anchorsIn(to).has(anchor));
    });
}

test('links between pages lead to files and headings that exist', () => {
  expect(pages.length).toBeGreaterThan(100);
  const broken = pages.flatMap((page) => brokenLinks(page).map((target) => `${page}: ${target}`));
  expect(broken).toEqual([]);
});
