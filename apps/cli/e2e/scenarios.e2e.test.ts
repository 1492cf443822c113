import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatScenario, parseScenario, runScenario } from './scenario.ts';

const folder = fileURLToPath(new URL('./scenarios', import.meta.url));
const isUpdate = process.env['UPDATE_SCENARIOS'] === '1';

describe('the command prints, word for word', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const scenario = parseScenario(text);
    const outcome = runScenario(scenario);
    if (isUpdate) writeFileSync(file, formatScenario(text, outcome));
    else expect(outcome).toEqual({ stdout: scenario.stdout, stderr: scenario.stderr, exit: scenario.exit });
  });
});
