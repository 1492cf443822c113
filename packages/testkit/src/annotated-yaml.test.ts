import { parseAnnotatedYaml } from './annotated-yaml.ts';
import { yaml } from './yaml.ts';

describe('parseAnnotatedYaml', () => {
  test('reads the columns under the carets, and takes the marker out', () => {
    const source = yaml`
      torchrun:
        nproc-per-node: "8"
      #                 ^^^ text {"written":"\\"8\\""}
      batchSize: 1
    `;
    expect(parseAnnotatedYaml(source)).toEqual({
      text: 'torchrun:\n  nproc-per-node: "8"\nbatchSize: 1\n',
      annotations: [
        {
          start: { line: 2, column: 19 },
          end: { line: 2, column: 22 },
          messageId: 'text',
          params: { written: '"8"' },
          isNearest: false,
        },
      ],
    });
  });

  test('counts a # that touches the carets as the first of them', () => {
    const { annotations } = parseAnnotatedYaml('BatchSize: 4\n#^^^^^^^^ nearMiss\n');
    expect(annotations[0]).toMatchObject({ start: { line: 1, column: 1 }, end: { line: 1, column: 10 } });
  });

  test('lets several markers mark one line, and says when a node is missing', () => {
    const { annotations, text } = parseAnnotatedYaml('a: b\n#  ^ one\n#^^^ two nearest\n');
    expect(text).toBe('a: b\n');
    expect(annotations.map(({ start, messageId, isNearest }) => [start, messageId, isNearest])).toEqual([
      [{ line: 1, column: 4 }, 'one', false],
      [{ line: 1, column: 1 }, 'two', true],
    ]);
  });

  test('reads a range in figures, also in an empty file', () => {
    expect(parseAnnotatedYaml('# @1:1-1:1 empty nearest\n')).toEqual({
      text: '',
      annotations: [
        {
          start: { line: 1, column: 1 },
          end: { line: 1, column: 1 },
          messageId: 'empty',
          params: {},
          isNearest: true,
        },
      ],
    });
  });

  test('keeps comments that are no markers', () => {
    expect(parseAnnotatedYaml('# a comment\na: 1 # ^ x\n')).toEqual({
      text: '# a comment\na: 1 # ^ x\n',
      annotations: [],
    });
  });

  test.each(['a: 1\n# ^\n', 'a: 1\n# ^ Wrong\n', 'a: 1\n# @1:1 x\n', '# ^ nothingAbove\n'])(
    'refuses the broken marker in %j',
    (source) => {
      expect(() => parseAnnotatedYaml(source)).toThrow();
    },
  );
});
