import { hostOf, resolveText } from '../testing/plan-text.ts';

describe('outcome', () => {
  test.each([
    ['minWorkers: 1\n', 'loaded'],
    [null, 'no-config'],
    ['minWorkers: [\n', 'no-config'],
    ['', 'fatal'],
    ['- 1\n', 'fatal'],
    ['on: 1\n', 'fatal'],
  ])('%j is %s', (text, outcome) => {
    expect(resolveText(text, hostOf(0)).outcome).toBe(outcome);
  });

  test('a fatal file says what throws and where', () => {
    expect(resolveText('', hostOf(0)).fatal).toMatchObject({ thrown: 'NullPointerException', kind: 'empty' });
    expect(resolveText('- 1\n', hostOf(0)).fatal).toMatchObject({
      thrown: 'ClassCastException',
      kind: 'root-not-map',
    });
    expect(resolveText('minWorkers: 1\non: 1\n', hostOf(0)).fatal).toMatchObject({
      thrown: 'ClassCastException',
      kind: 'non-string-key',
      range: { start: { line: 2, column: 1 } },
    });
  });

  test('keys that the frontend does not read are listed in file order', () => {
    const effective = resolveText(
      'handler:\n  a: 1\nBatchSize: 4\ntorchrun:\n  max-restarts: 2\n',
      hostOf(0),
    );
    expect(effective.unreadKeys.map(({ path }) => path)).toEqual([['handler'], ['BatchSize']]);
    expect(effective.unreadTorchrunKeys.map(({ path }) => path)).toEqual([['torchrun', 'max-restarts']]);
  });
});
