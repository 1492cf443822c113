import fc from 'fast-check';
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

test('line ends of Windows change no outcome', () => {
  fc.assert(
    fc.property(yamlish, (text) => {
      const unix = parseModelConfig(text.replaceAll('\r', ''));
      const windows = parseModelConfig(text.replaceAll('\r', '').replaceAll('\n', '\r\n'));
      expect([windows.frontend.outcome, windows.handler.outcome]).toEqual([
        unix.frontend.outcome,
        unix.handler.outcome,
      ]);
    }),
    { numRuns: 2_000 },
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
