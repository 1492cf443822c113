import type { Identity } from './fingerprint.ts';
import { makeFingerprints } from './fingerprint.ts';

const identity: Identity = {
  file: 'llama/model-config.yaml',
  kind: ['nproc-per-node-invalid', 'quoted'],
  configPath: 'torchrun.nproc-per-node',
  params: { written: '"8"', count: 1 },
};

function fingerprint(changed: Partial<Identity> = {}): string | undefined {
  return makeFingerprints([{ ...identity, ...changed }])[0];
}

test('a fingerprint never changes: teams keep them in their policies', () => {
  expect(fingerprint()).toBe('65ba4d4be06b2854a5077bb8d1c793de');
});

test('the order of parameters does not count', () => {
  expect(fingerprint({ params: { count: 1, written: '"8"' } })).toBe(fingerprint());
});

test.each<Partial<Identity>>([
  { file: 'bert/model-config.yaml' },
  { kind: ['nproc-per-node-invalid', 'words'] },
  { configPath: 'torchrun.nnodes' },
  { params: { written: '"8"', count: 2 } },
  { params: { written: '"8"', count: '1' } },
  { params: { written: '"8"' } },
])('another one for %j', (changed) => {
  expect(fingerprint(changed)).not.toBe(fingerprint());
});

test('two of the same kind are told apart, and the first keeps its own', () => {
  const [first, second, third] = makeFingerprints([identity, identity, identity]);
  expect(first).toBe(fingerprint());
  expect(new Set([first, second, third]).size).toBe(3);
});
