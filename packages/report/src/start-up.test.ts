import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The modules that are loaded with the package's entry, by following the relative imports of values. */
function loadedFrom(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const visit = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    const source = readFileSync(join(import.meta.dirname, file), 'utf8');
    const imports = /^(?:import|export) (?!type )[^;]*? from '(\.{1,2}\/[^']+)';$/gm;
    for (const [, target = ''] of source.matchAll(imports)) visit(join(dirname(file), target));
  };
  visit(entry);
  return loaded;
}

test('the pipeline starts without zod: it is loaded only to check or describe the format', () => {
  const loaded = loadedFrom('index.ts');
  expect([...loaded]).toContain('review-model.ts');
  const withZod = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => readFileSync(new URL(file, import.meta.url), 'utf8').includes("from 'zod"));
  expect(withZod).toEqual(['report.ts']);
  expect([...loaded]).not.toContain('report.ts');
});
