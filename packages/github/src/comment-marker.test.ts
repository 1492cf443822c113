import { compareRuns, formatCommentMarker, parseCommentMarker } from './comment-marker.ts';

const run = { headSha: 'abc123', runId: 812, attempt: 2, startedAt: '2026-08-22T10:04:11.000Z' };

describe('the marker of a comment', () => {
  test('is a hidden line', () => {
    expect(formatCommentMarker('ci.yml/topology', run)).toBe(
      '<!-- topodiff:v1 key=ci.yml%2Ftopology head=abc123 run=812-2 at=2026-08-22T10:04:11.000Z -->',
    );
  });

  test.each(['ci.yml/topology', 'a -->b', 'x y', '-', 'ü', 'a=b'])('is read back for the key %j', (key) => {
    const body = `${formatCommentMarker(key, run)}\nhello`;
    expect(parseCommentMarker(key, body)).toEqual({ run, visibleBody: '\nhello' });
  });

  test.each([
    { name: 'another key', body: formatCommentMarker('other', run) },
    { name: 'a key that begins with ours', body: formatCommentMarker('ci2', run) },
    { name: 'not at the start', body: `hi ${formatCommentMarker('ci', run)}` },
    { name: 'no end', body: '<!-- topodiff:v1 key=ci head=abc' },
    { name: 'no marker', body: 'hello' },
  ])('is not seen in a comment with $name', ({ body }) => {
    expect(parseCommentMarker('ci', body)).toBeNull();
  });

  test('that someone damaged counts as the oldest', () => {
    const parsed = parseCommentMarker('ci', '<!-- topodiff:v1 key=ci run=12x at -->body');
    expect(parsed).toEqual({
      run: { headSha: '', runId: 0, attempt: 0, startedAt: '' },
      visibleBody: 'body',
    });
  });
});

describe('compareRuns', () => {
  const at = (runId: number, attempt: number, startedAt: string) => ({
    headSha: '',
    runId,
    attempt,
    startedAt,
  });
  test.each([
    { name: 'a later run', a: at(9, 1, '3'), b: at(10, 1, '1') },
    { name: 'a run with more digits, as a number', a: at(99, 1, '3'), b: at(100, 1, '1') },
    { name: 'a later attempt', a: at(9, 1, '3'), b: at(9, 2, '1') },
    { name: 'a later start of one attempt', a: at(9, 1, '1'), b: at(9, 1, '3') },
  ])('$name is newer', ({ a, b }) => {
    expect([Math.sign(compareRuns(a, b)), Math.sign(compareRuns(b, a))]).toEqual([-1, 1]);
  });

  test('a run is as old as itself', () => {
    expect(compareRuns(at(9, 1, '1'), at(9, 1, '1'))).toBe(0);
  });
});
