import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildGoldens } from './testing/golden-renderers.ts';
import { sampleReports } from './testing/sample-reports.ts';

const folder = join(import.meta.dirname, '__goldens__');
const goldens = buildGoldens(sampleReports);

describe('goldens (npm run goldens writes them anew)', () => {
  test('there is one file for each sample and renderer, and no other', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(files.sort()).toEqual([...goldens.keys()].sort());
  });

  test.each([...goldens])('%s', (path, content) => {
    expect(content).toBe(readFileSync(join(folder, path), 'utf8'));
  });
});
