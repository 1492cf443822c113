import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { plantedImports } from './planted-imports.ts';

const script = fileURLToPath(new URL('./lint-planted-imports.ts', import.meta.url));
const output = execFileSync('node', [script], {
  encoding: 'utf8',
  env: { ...process.env, NODE_OPTIONS: '' },
});
const refusals = JSON.parse(output.trim().split('\n').at(-1) ?? '[]') as string[][]; // printed by our own script

describe('the lint refuses', () => {
  test.each(plantedImports.map((planted, index) => ({ ...planted, refusedBy: refusals[index] })))(
    '$rule: $code',
    ({ rule, refusedBy }) => {
      expect(refusedBy).toContain(rule);
    },
  );
});
