// Writes docs/reference/openapi.json; with --check, exits 1 when it is not as it would be written.
import { readFileSync, writeFileSync } from 'node:fs';
import { renderApiDescription } from '../src/routes/render-api-description.ts';

const file = new URL('../../../docs/reference/openapi.json', import.meta.url);
const expected = await renderApiDescription();
if (!process.argv.includes('--check')) writeFileSync(file, expected);
else if (readFileSync(file, 'utf8') !== expected) {
  process.stdout.write('docs/reference/openapi.json is not up to date; run npm run generate\n');
  process.exitCode = 1;
}
