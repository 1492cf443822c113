import { readFileSync } from 'node:fs';
import { renderCliPage } from './cli-page.ts';

test('docs/reference/cli.md is what the program says; npm run generate writes it', () => {
  const page = readFileSync(new URL('../../../docs/reference/cli.md', import.meta.url), 'utf8');
  expect(page).toBe(renderCliPage());
});
