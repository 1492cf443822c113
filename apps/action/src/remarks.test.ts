import type { ExternalError } from '@topodiff/github';
import type { Published } from './outputs.ts';
import { listRemarks } from './remarks.ts';

const disabled = { kind: 'disabled' } as const;
const nothing: Published = {
  comment: disabled,
  checkRun: disabled,
  suggestions: disabled,
  status: disabled,
  page: disabled,
  reportPath: 'r.json',
  sarifPath: 'r.sarif',
};
const error: ExternalError = {
  kind: 'no-permission',
  status: 403,
  action: 'do it',
  permission: 'x: write',
  message: 'cannot do it',
};
const failed = { kind: 'failed', error } as const;
const url = 'https://github.com/x';

test.each<[string, Partial<Published>, readonly string[]]>([
  ['nothing wanted', {}, []],
  ['no comment needed', { comment: { kind: 'not-needed' } }, []],
  ['a comment', { comment: { kind: 'created', url, duplicates: 0 } }, [`Comment created: ${url}`]],
  [
    'a comment beside others of two runs at once',
    { comment: { kind: 'unchanged', url, duplicates: 2 } },
    [`Comment unchanged: ${url} (2 more of this key now point to it)`],
  ],
  [
    'a comment of a newer run',
    { comment: { kind: 'superseded', url } },
    [`The comment is from a newer run and stays as it is: ${url}`],
  ],
  [
    'none, because a newer run needed none',
    { comment: { kind: 'superseded', url: '' } },
    ['No comment: the pull request has another head by now, which a newer run reviews.'],
  ],
  [
    'a check run',
    { checkRun: { kind: 'written', url, annotations: 51 } },
    [`Check run with 51 annotations: ${url}`],
  ],
  [
    'one fix',
    { suggestions: { kind: 'suggested', made: 1, known: 0, left: 0 } },
    ['Suggested 1 fix in a review.'],
  ],
  [
    'several',
    { suggestions: { kind: 'suggested', made: 30, known: 1, left: 2 } },
    ['Suggested 30 fixes in a review.'],
  ],
  ['nothing to suggest', { suggestions: { kind: 'nothing-to-suggest', known: 3 } }, []],
  [
    'a status',
    { status: { kind: 'set', state: 'pending', context: 'topodiff/topology: llm' } },
    ['Status topodiff/topology: llm: pending'],
  ],
])('%s', (_, published, messages) => {
  expect(listRemarks({ ...nothing, ...published })).toEqual(
    messages.map((message) => ({ message, isFault: false })),
  );
});

test.each<[string, Partial<Published>, readonly string[]]>([
  ['no comment', { comment: failed }, ['No comment on the pull request: cannot do it.']],
  ['no check run', { checkRun: { ...failed, annotations: 0 } }, ['No check run: cannot do it.']],
  [
    'a part of a check run',
    { checkRun: { ...failed, annotations: 50 } },
    ['A check run with 50 annotations only: cannot do it.'],
  ],
  ['no suggestions', { suggestions: failed }, ['No suggestions on the pull request: cannot do it.']],
  [
    'neither comment nor suggestions, each for a reason of its own',
    {
      comment: { kind: 'failed', error: { ...error, kind: 'unavailable', message: 'cannot write it now' } },
      suggestions: failed,
    },
    [
      'No comment on the pull request: cannot write it now.',
      'No suggestions on the pull request: cannot do it.',
    ],
  ],
  [
    'neither comment nor suggestions, by one permission',
    { comment: failed, suggestions: failed },
    ['No comment on the pull request: cannot do it.'],
  ],
  ['no status', { status: failed }, ['No commit status: cannot do it.']],
])('%s is a fault', (_, published, messages) => {
  expect(listRemarks({ ...nothing, ...published })).toEqual(
    messages.map((message) => ({ message, isFault: true })),
  );
});
