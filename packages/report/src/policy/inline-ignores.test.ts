import { parseModelConfig } from '@topodiff/schema';
import { yaml } from '@topodiff/testkit';
import { findInlineIgnores } from './inline-ignores.ts';

/** `line:column→target ids (reason until day)`, and problems as `line:column message`. */
function find(text: string): readonly string[] {
  const { ignores, problems } = findInlineIgnores(parseModelConfig(text));
  return [
    ...ignores.map(
      ({ line, column, targetLine, ruleIds, reason, until }) =>
        `${line}:${column}→${targetLine} ${ruleIds.join('+')} (${reason}${until === null ? '' : ` until ${until}`})`,
    ),
    ...problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
  ];
}

const usage = 'write `# topodiff-ignore rule-id -- reason until 2027-01-31`';

describe('a comment', () => {
  test.each([
    [
      'after a value is about its own line',
      'batchSize: 1\nnnodes: 1 # topodiff-ignore nproc-one -- so\n',
      ['2:11→2 nproc-one (so)'],
    ],
    [
      'of its own is about the next line',
      '# topodiff-ignore nproc-one -- so\nnnodes: 1\n',
      ['1:1→2 nproc-one (so)'],
    ],
    [
      'of its own is about the next line that is neither a comment nor empty',
      '# topodiff-ignore nproc-one -- so\n\n# more\n  \nnnodes: 1\n',
      ['1:1→5 nproc-one (so)'],
    ],
    [
      'above another one is about the same line',
      '# topodiff-ignore nproc-one -- so\n# topodiff-ignore max-retry-zero -- too\na: 1\n',
      ['1:1→3 nproc-one (so)', '2:1→3 max-retry-zero (too)'],
    ],
    ['may be indented', 'a:\n    # topodiff-ignore nproc-one -- so\n    b: 1\n', ['2:5→3 nproc-one (so)']],
    [
      'at the end is about nothing but itself',
      'a: 1\n# topodiff-ignore nproc-one -- so\n',
      ['2:1→2 nproc-one (so)'],
    ],
    [
      'may name several rules',
      'a: 1 # topodiff-ignore nproc-one, max-retry-zero job-queue-size-not-positive -- so\n',
      ['1:6→1 nproc-one+max-retry-zero+job-queue-size-not-positive (so)'],
    ],
    ['may name a rule twice', 'a: 1 # topodiff-ignore nproc-one nproc-one -- so\n', ['1:6→1 nproc-one (so)']],
    [
      'may end on a day',
      'a: 1 # topodiff-ignore nproc-one -- our own build until 2027-01-31\n',
      ['1:6→1 nproc-one (our own build until 2027-01-31)'],
    ],
    ['needs no blank after its sign', 'a: 1 #topodiff-ignore nproc-one -- so\n', ['1:6→1 nproc-one (so)']],
    ['ends before CRLF', 'a: 1 # topodiff-ignore nproc-one -- so\r\nb: 2\r\n', ['1:6→1 nproc-one (so)']],
    [
      'may follow a byte order mark',
      '\ufeff# topodiff-ignore nproc-one -- so\na: 1\n',
      ['1:1→2 nproc-one (so)'],
    ],
    [
      'may follow the sign of a block text',
      'a: | # topodiff-ignore nproc-one -- so\n  text\nb: 1\n',
      ['1:6→1 nproc-one (so)'],
    ],
    [
      'below a block text is one again',
      'a: |\n  text # topodiff-ignore max-retry-zero -- no\n# topodiff-ignore nproc-one -- so\nb: 1\n',
      ['3:1→4 nproc-one (so)'],
    ],
    [
      'may stand in a file that nobody can read',
      'a: [\n# topodiff-ignore nproc-one -- so\n',
      ['2:1→2 nproc-one (so)'],
    ],
  ])('%s', (_, text, found) => {
    expect(find(text)).toEqual(found);
  });
});

describe('no comment is', () => {
  test.each([
    ['a line of a block text', 'a: |\n  x\n  # topodiff-ignore nproc-one -- so\nb: 1\n'],
    ['a line of a folded text', 'a: >-\n  x # topodiff-ignore nproc-one -- so\nb: 1\n'],
    ['a part of a text in double quotes', 'a: "x # topodiff-ignore nproc-one -- so"\n'],
    ['a part of a text in single quotes over lines', "a: 'x\n  # topodiff-ignore nproc-one -- so'\n"],
    ['a part of a key', '"x # topodiff-ignore nproc-one -- so": 1\n'],
    ['a part of a plain text', 'a: x#topodiff-ignore nproc-one -- so\n'],
    [
      'a word that only begins so',
      'a: 1 # topodiff-ignored nproc-one -- so\n# topodiff-ignore-next nproc-one -- so\n',
    ],
    ['the word in prose', '# see topodiff-ignore\na: 1\n'],
  ])('%s', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('a problem is', () => {
  test.each([
    ['no rule', 'a: 1 # topodiff-ignore\n', [`1:6 topodiff-ignore names no rule: ${usage}`]],
    [
      'no rule before the reason',
      'a: 1 # topodiff-ignore -- so\n',
      [`1:6 topodiff-ignore names no rule: ${usage}`],
    ],
    ['no reason', 'a: 1 # topodiff-ignore nproc-one\n', [`1:6 topodiff-ignore gives no reason: ${usage}`]],
    [
      'an empty reason',
      'a: 1 # topodiff-ignore nproc-one -- \n',
      [`1:6 topodiff-ignore gives no reason: ${usage}`],
    ],
    [
      'a day alone as the reason',
      'a: 1 # topodiff-ignore nproc-one -- until 2027-01-31\n',
      [`1:6 topodiff-ignore gives no reason: ${usage}`],
    ],
    [
      'a day that the calendar lacks',
      'a: 1 # topodiff-ignore nproc-one -- so until 2027-02-30\n',
      ['1:6 topodiff-ignore ends at "2027-02-30", which is no day as 2027-01-31'],
    ],
    [
      'a word as the day',
      'a: 1 # topodiff-ignore nproc-one -- so until tomorrow\n',
      ['1:6 topodiff-ignore ends at "tomorrow", which is no day as 2027-01-31'],
    ],
    [
      'a rule that does not exist',
      'a: 1 # topodiff-ignore my-rule -- so\n',
      ['1:6 topodiff-ignore: no rule is called "my-rule"; topodiff rules lists all'],
    ],
    [
      'a rule that is nearly named, while the others count',
      'a: 1 # topodiff-ignore nproc-on max-retry-zero -- so\n',
      [
        '1:6→1 max-retry-zero (so)',
        '1:6 topodiff-ignore: no rule is called "nproc-on"; did you mean nproc-one?',
      ],
    ],
  ])('%s', (_, text, found) => {
    expect(find(text)).toEqual(found);
  });
});

test('the first line is that of the first key', () => {
  const text = yaml`
    # topodiff-ignore nproc-one -- so

    a: 1
  `;
  expect(findInlineIgnores(parseModelConfig(text)).firstLine).toBe(3);
});

test('the time grows with the text', () => {
  const pairs = Array.from(
    { length: 20_000 },
    (_, index) => `k${index}: "#" # topodiff-ignore nproc-one -- so\n# topodiff-ignore nproc-one -- so\n`,
  );
  const document = parseModelConfig(pairs.join(''));
  const start = performance.now();
  expect(findInlineIgnores(document).ignores).toHaveLength(40_000);
  expect(performance.now() - start).toBeLessThan(3_000);
});
