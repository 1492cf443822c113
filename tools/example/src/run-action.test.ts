import { parseOutputs } from './run-action.ts';

test('reads outputs in both forms that a runner knows', () => {
  const text = 'plain=a=b\nblock<<END_1\nfirst\nsecond=2\nEND_1\nempty<<END_2\n\nEND_2\n';
  expect([...parseOutputs(text)]).toEqual([
    ['plain', 'a=b'],
    ['block', 'first\nsecond=2'],
    ['empty', ''],
  ]);
});
