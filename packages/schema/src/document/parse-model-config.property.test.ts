import fc from 'fast-check';
import type { Reading } from './model-config-document.ts';
import { parseModelConfig } from './parse-model-config.ts';

/** Texts that look like YAML more often than random ones do. */
const yamlish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a',
        'torchrun:',
        ': ',
        '- ',
        '\n',
        '\n  ',
        '\t',
        '[',
        ']',
        '{',
        '}',
        ',',
        '#',
        '"',
        "'",
        '|',
        '>',
        '&x',
        '*x',
      ),
      fc.constantFrom(
        '<<: ',
        '!!int ',
        '!foo ',
        '%YAML 1.2',
        '---',
        '...',
        '? ',
        '1:30',
        '010',
        '1e3',
        'yes',
        '=',
        '\r\n',
        '\u2028',
        '\ufeff',
        '\0',
      ),
      fc.string({ maxLength: 4, unit: 'binary' }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

test('no text makes the parser throw, and every place is inside the text', () => {
  fc.assert(
    fc.property(yamlish, (text) => {
      const document = parseModelConfig(text);
      const ranges = [
        ...document.problems.map(({ range }) => range),
        ...document.plainScalars.map(({ range }) => range),
        ...document.duplicateKeys.flatMap(({ keyRanges }) => keyRanges),
        document.rangeOf(['torchrun', 'nnodes'], 'value').range,
      ];
      for (const { start, end } of ranges) {
        expect(start.offset).toBeGreaterThanOrEqual(0);
        expect(end.offset).toBeGreaterThanOrEqual(start.offset);
        expect(end.offset).toBeLessThanOrEqual(text.length);
        expect(Math.min(start.line, start.column, end.line, end.column)).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('line ends of Windows change no value', () => {
  fc.assert(
    fc.property(yamlish, (text) => {
      const unix = parseModelConfig(text.replaceAll('\r', ''));
      const windows = parseModelConfig(text.replaceAll('\r', '').replaceAll('\n', '\r\n'));
      expect([withoutPlaces(windows.frontend), withoutPlaces(windows.handler)]).toEqual([
        withoutPlaces(unix.frontend),
        withoutPlaces(unix.handler),
      ]);
    }),
    { numRuns: 2_000 },
  );
});

/** A reading as text, without what line ends change: places and the source between them. */
function withoutPlaces(reading: Reading): string {
  return JSON.stringify(reading, (name, value: unknown) => {
    if (name === 'range' || name === 'source') return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  });
}

test('every plain scalar stands where its path leads, unless something else has taken the place', () => {
  const config = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,4}$/),
    fc.oneof(
      fc.constantFrom('x', '8', 'yes', '010'),
      fc.array(fc.constantFrom('x', '8'), { minLength: 1 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.constantFrom('x', '1e3')),
    ),
  );
  fc.assert(
    fc.property(config, (value) => {
      // JSON without quotes is YAML, here with plain scalars only.
      const text = JSON.stringify(value, null, 2).replaceAll('"', '');
      const document = parseModelConfig(text);
      for (const { path, isKey, source, range } of document.plainScalars) {
        expect(text.slice(range.start.offset, range.end.offset)).toBe(source);
        const found = document.rangeOf(path, isKey ? 'key' : 'value');
        expect({ path, ...found }).toEqual({ path, range, isExact: true });
      }
    }),
    { numRuns: 300 },
  );
});

test('equal texts give equal documents', () => {
  fc.assert(
    fc.property(yamlish, (text) => {
      const [first, second] = [parseModelConfig(text), parseModelConfig(text)];
      expect([second.frontend, second.handler, second.problems]).toEqual([
        first.frontend,
        first.handler,
        first.problems,
      ]);
    }),
    { numRuns: 500 },
  );
});
