/** `npm run goldens`: writes every golden file anew and removes those that no sample asks for. Read the difference. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildGoldens } from './golden-renderers.ts';
import { sampleReports } from './sample-reports.ts';

const folder = join(import.meta.dirname, '..', '__goldens__');
rmSync(folder, { recursive: true, force: true });
for (const [path, content] of buildGoldens(sampleReports)) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
