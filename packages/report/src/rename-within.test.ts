import { renameWithin } from './rename-within.ts';

const isReviewed = (path: string) => path.endsWith('.yaml');

test.each([
  ['no rename', 'a.yaml', null, 'a.yaml', null],
  ['between two reviewed names', 'b.yaml', 'a.yaml', 'b.yaml', 'a.yaml'],
  ['between two other names', 'b.json', 'a.json', 'b.json', 'a.json'],
  ['in: a new file', 'a.yaml', 'a.off', 'a.yaml', null],
  ['out: a file that is gone', 'a.off', 'a.yaml', 'a.yaml', null],
])('%s', (_, path, previousPath, expectedPath, expectedPreviousPath) => {
  expect(renameWithin({ path, previousPath }, isReviewed)).toEqual({
    path: expectedPath,
    previousPath: expectedPreviousPath,
  });
});
