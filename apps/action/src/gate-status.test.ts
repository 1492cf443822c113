import type { Report } from '@topodiff/report';
import { describeGate, statusContextOf } from './gate-status.ts';
import { sampleReport } from './testing/sample-report.ts';

type Approvals = NonNullable<Report['approvals']>;

/** Approvals by these people; null for a change that waits. */
const approvals = (...approvers: readonly (string | null)[]): Approvals => ({
  state: 'pending', // the gate counts for itself
  isAdvisory: true,
  rules: { permission: 'maintain', users: [], teams: [], isAuthorAllowed: false },
  refused: [],
  remarks: [],
  required: approvers.map((by, index) => ({
    fingerprint: `${index}`,
    path: 'model-config.yaml',
    label: '1 GPU',
    kinds: ['topology-change'],
    gpus: { base: 1, head: 2 },
    approval: by === null ? null : { by, via: 'comment', at: '', reason: '', url: null },
  })),
});
const gate = (report: Partial<Report>, isUnknown = false) =>
  describeGate(sampleReport({ conclusion: 'success', ...report }), isUnknown);

test('no policy that asks for approvals, no status', () => {
  expect(gate({ approvals: null })).toBe(null);
  expect(gate({ approvals: null, conclusion: 'failure' })).toBe(null);
});

test('a policy that asks for approvals and is broken fails it, also where the review passes', () => {
  const unknown = {
    state: 'failure',
    description:
      'The policy of the base branch is broken, so that nobody knows which changes need an approval.',
  };
  expect(gate({ approvals: null }, true)).toEqual(unknown);
  expect(gate({ approvals: null, conclusion: 'failure' }, true)).toEqual(unknown);
});

test.each([
  ['nothing to approve', approvals(), 'success', 'No change needs an approval.'],
  ['one that waits', approvals(null), 'pending', '1 change waits for an approval, see the comment.'],
  [
    'two of three',
    approvals(null, 'mia', null),
    'pending',
    '2 changes wait for an approval, see the comment.',
  ],
  ['all approved', approvals('mia', 'olga', 'mia'), 'success', 'Approved by mia, olga.'],
])('%s', (_, given, state, description) => {
  expect(gate({ approvals: given })).toEqual({ state, description });
});

test('a failure comes first, also where all is approved', () => {
  const failed = { conclusion: 'failure', reasons: ['1 error.', 'More.'] } as const;
  for (const given of [approvals(), approvals(null), approvals('mia')])
    expect(gate({ ...failed, reasons: [...failed.reasons], approvals: given })).toEqual({
      state: 'failure',
      description: '1 error.',
    });
  expect(gate({ conclusion: 'failure', reasons: [], approvals: approvals() })?.description).toBe(
    'The review failed.',
  );
});

test('the context is the one that branch protection names, and each key has its own', () => {
  expect(statusContextOf(null)).toBe('topodiff/topology');
  expect(statusContextOf('llm')).toBe('topodiff/topology: llm');
});
