import fc from 'fast-check';
import { parseModelConfig } from '../document/parse-model-config.ts';
import { fields } from './fields.ts';
import { ModelConfigSchema } from './model-config-schema.ts';
import { readModelConfig } from './read-model-config.ts';

const value = fc.oneof(
  fc.integer({ min: -3, max: 10 }),
  fc.constantFrom(
    2_147_483_647,
    2_147_483_648,
    -1,
    0,
    1.5,
    true,
    false,
    null,
    '4',
    'gpu',
    'CPU',
    'pp',
    'PpTp',
    'ddp',
    '',
  ),
  // Whether a device exists is the host's matter, not the file's.
  fc.array(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.constantFrom('0', 1.5)), { maxLength: 3 }),
  fc.dictionary(
    fc.constantFrom('nproc-per-node', 'nnodes', 'rdzv-backend', 'node-rank'),
    fc.integer({ min: 1, max: 8 }),
  ),
);
const topLevelKeys = fields.filter((field) => field.section === 'top-level').map((field) => field.key);

/** JSON is YAML, and both of TorchServe's readers take it. */
function isTakenAsWritten(key: string, written: unknown): boolean {
  const reading = readModelConfig(parseModelConfig(JSON.stringify({ [key]: written })), '0.12.0');
  return [...reading.declared.values()].every(({ cause }) => cause === undefined);
}

test('the schema takes what the reader takes as written, and refuses what it drops or moves', () => {
  fc.assert(
    fc.property(fc.constantFrom(...topLevelKeys), value, (key, written) => {
      const isAccepted = ModelConfigSchema.safeParse({ [key]: written }).success;
      expect({ [key]: written, isAccepted }).toEqual({
        [key]: written,
        isAccepted: isTakenAsWritten(key, written),
      });
    }),
    { numRuns: 2_000 },
  );
});

test('an empty configuration is refused, and sections of handlers are allowed', () => {
  expect(ModelConfigSchema.safeParse({}).success).toBe(false);
  expect(ModelConfigSchema.safeParse({ handler: { model_path: 'x' }, anything: [1] }).success).toBe(true);
});
