import { computeApprovalState } from './required-approval.ts';
import type { RequiredApproval } from './required-approval.ts';

const needed = (fingerprint: string): RequiredApproval => ({ fingerprint, approval: null });
const given = (fingerprint: string, isFromDashboard = false): RequiredApproval => ({
  fingerprint,
  approval: { by: 'Bea', isFromDashboard },
});
const decided = (
  fingerprint: string,
  verdict: 'approved' | 'rejected',
  isRevoked = false,
  login = 'bea',
) => ({
  fingerprint,
  verdict,
  login,
  revokedAt: isRevoked ? new Date(0) : null,
});

test.each([
  ['not-needed', [], [decided('a', 'rejected')]],
  ['pending', [needed('a')], []],
  ['pending', [needed('a')], [decided('b', 'approved')]],
  ['pending', [needed('a')], [decided('a', 'approved', true)]],
  ['pending', [needed('a'), needed('b')], [decided('a', 'approved')]],
  ['approved', [needed('a'), given('b')], [decided('a', 'approved')]],
  ['approved', [given('a'), given('b')], []],
  ['approved', [given('a')], [decided('a', 'rejected', true)]],
  ['approved', [given('a')], [decided('b', 'rejected')]],
  ['rejected', [given('a')], [decided('a', 'rejected')]],
  ['rejected', [needed('a')], [decided('a', 'approved', false, 'cy'), decided('a', 'rejected')]],
  // An approval on the dashboard that stands in the report, and was taken back since.
  ['approved', [given('a', true)], []],
  ['approved', [given('a', true)], [decided('a', 'approved')]],
  ['pending', [given('a', true)], [decided('a', 'approved', true)]],
  ['approved', [given('a', true)], [decided('a', 'approved', true, 'cy')]],
] as const)('%s: %j with %j', (state, required, decisions) => {
  expect(computeApprovalState(required, decisions)).toBe(state);
});
