import fc from 'fast-check';
import { stringify } from 'yaml';
import type { ConfigValue } from './config-value.ts';
import { parseModelConfig } from './parse-model-config.ts';

/**
 * A second opinion: what another YAML library writes, in any of its styles, both of our readers read back as it was meant.
 */
const scalar = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[\x20-\x7e]{0,40}$/),
    fc.constantFrom(
      'yes',
      'no',
      'null',
      '~',
      '010',
      '1:30',
      '0x1F',
      '1e3',
      '1.5',
      '',
      ' x ',
      '# x',
      'a: b',
      '- a',
      '\t',
    ),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  )
  // The library writes these two plain, and only as values of their own types of YAML 1.1: TorchServe's readers refuse them.
  .filter((value) => value !== '=' && value !== '<<');
const node = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'node' },
    scalar,
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(
      fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_ .-]{0,12}$/).filter((key) => key !== '__proto__'),
      tie('node'),
      { maxKeys: 4 },
    ),
  ),
})).node;
const style = fc.record({
  indent: fc.integer({ min: 2, max: 8 }),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  // Its plain style follows YAML 1.2, which takes texts that both of TorchServe's readers refuse (`-` as a key, `?!` in a list).
  defaultStringType: fc.constantFrom('QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
  defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const),
  lineWidth: fc.constantFrom(20, 80, 0),
});

test('reads what the yaml library writes as YAML 1.1', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,12}$/), node),
      style,
      (value, options) => {
        const text = stringify(value, { ...options, version: '1.1', keepUndefined: false });
        const document = parseModelConfig(text);
        expect({ text, problems: document.problems }).toEqual({ text, problems: [] });
        const readings = [document.frontend, document.handler];
        for (const reading of readings) {
          if (reading.outcome !== 'loaded' || reading.root === null) throw new Error('the text was not read');
          expect(toPlain(reading.root)).toEqual(value);
        }
      },
    ),
    { numRuns: 300 },
  );
});

function toPlain(value: ConfigValue): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'integer':
      return Number(value.value);
    case 'boolean':
    case 'string':
    case 'float':
      return value.value;
    case 'list':
      return value.items.map(toPlain);
    case 'map':
      return Object.fromEntries(
        value.entries.map(({ key, value: entry }) => [
          key.kind === 'string' ? key.value : `not text: ${key.kind}`,
          toPlain(entry),
        ]),
      );
    default:
      return `unexpected ${value.kind}`;
  }
}
