import { statusOfError } from './status-of-error.ts';

test.each([
  [Object.assign(new Error('too large'), { status: 413 }), 413],
  [Object.assign(new Error('odd'), { status: 200 }), 500],
  [Object.assign(new Error('odd'), { status: 503 }), 500],
  [new Error('a fault of ours'), 500],
  [Object.assign(new Error('duplicate key'), { code: '23505' }), 500],
  ['a text', 500],
  [null, 500],
  [Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), 503],
  [Object.assign(new Error('the database system is starting up'), { code: '57P03' }), 503],
  [new Error('Connection terminated unexpectedly'), 503],
  [new Error('timeout exceeded when trying to connect'), 503],
])('%p is %i', (error, status) => {
  expect(statusOfError(error)).toBe(status);
});
