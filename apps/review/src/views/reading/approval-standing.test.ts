import type { Decision } from '../../store/store.ts';
import { approvalStandings, type RequiredApproval } from './approval-standing.ts';

const required: RequiredApproval = {
  fingerprint: 'aaaa',
  path: 'model-config.yaml',
  label: 'tp 4 GPUs → tp 8 GPUs',
  kinds: ['topology-change'],
  gpus: { base: 4, head: 8 },
  approval: null,
};

function decision(values: Partial<Decision>): Decision {
  return {
    id: '1',
    fingerprint: 'aaaa',
    verdict: 'approved',
    reason: 'reason',
    login: 'olga',
    userId: 1,
    createdAt: new Date('2026-11-27T10:00:00Z'),
    revokedAt: null,
    ...values,
  };
}

const later = new Date('2026-11-27T11:00:00Z');
const approval = { by: 'olga', via: 'comment', at: '2026-11-27T09:00:00Z', reason: '', url: null } as const;

test.each<[string, RequiredApproval, readonly Decision[], string]>([
  ['nobody decided', required, [], 'pending'],
  ['somebody approved', required, [decision({})], 'approved'],
  ['somebody approved another change', required, [decision({ fingerprint: 'bbbb' })], 'pending'],
  [
    'one rejects, another approves',
    required,
    [decision({}), decision({ userId: 2, verdict: 'rejected' })],
    'rejected',
  ],
  [
    'his newer word counts',
    required,
    [decision({ verdict: 'rejected', createdAt: later }), decision({})],
    'rejected',
  ],
  [
    'taken back, the older word does not come back',
    required,
    [decision({ verdict: 'rejected', createdAt: later, revokedAt: later }), decision({})],
    'pending',
  ],
  ['approved by a comment', { ...required, approval }, [], 'approved'],
  [
    'approved by a comment, rejected here',
    { ...required, approval },
    [decision({ verdict: 'rejected' })],
    'rejected',
  ],
  [
    'approved in the dashboard as of the report',
    { ...required, approval: { ...approval, via: 'dashboard' } },
    [],
    'approved',
  ],
  [
    'approved in the dashboard as of the report, and revoked since',
    { ...required, approval: { ...approval, by: 'Olga', via: 'dashboard' } },
    [decision({ revokedAt: later })],
    'pending',
  ],
])('%s', (_name, change, decisions, expected) => {
  expect(approvalStandings([change], decisions).map(({ state }) => state)).toEqual([expected]);
});
