import { readFileSync } from 'node:fs';
import { settings } from './settings.ts';

const guide = readFileSync(new URL('../../../docs/review.md', import.meta.url), 'utf8');

test('the guide names every setting that people make', () => {
  const names = Object.keys(settings).filter((name) => name !== 'TOPODIFF_LOCAL_REVIEW');
  expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
