import { largerModel, quotedModel } from './sample-models.ts';
import { message, range, sampleFinding, sampleFleet, sampleReport } from './sample-parts.ts';

/** Everything that a policy adds: pools, budgets, cost, accepted findings, approvals, drift, related files. */
export const policyReport = sampleReport({
  conclusion: 'failure',
  reasons: ['1 error, and fail-on is error.'],
  policy: {
    path: '.topodiff.yaml',
    revision: { name: 'main', sha: 'aa11bb22cc33dd44ee55ff6600778899aabbccdd' },
    preset: 'strict',
    isOnlyNew: true,
  },
  comparison: {
    base: { name: 'main', sha: '41d0c7e9a3b54f6d8c2e1f0a9b8c7d6e5f4a3b2c' },
    head: { name: 'larger-llama', sha: '9f2c1ab7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1' },
    drift: {
      tip: { name: 'main', sha: 'aa11bb22cc33dd44ee55ff6600778899aabbccdd' },
      commits: 3,
      models: [largerModel.path],
    },
  },
  models: [
    {
      ...quotedModel,
      pool: 'h100x8',
      findings: [
        ...quotedModel.findings,
        sampleFinding({
          ruleId: 'startup-timeout-missing',
          severity: 'warning',
          messageParts: message`startupTimeout is not set`,
          range: range(1, 1, 2),
          isBlocking: false,
          acceptance: {
            by: 'policy',
            reason: 'weights are local',
            owner: '@alice',
            until: '2027-01-31',
            state: 'counts',
          },
        }),
        sampleFinding({
          ruleId: 'response-timeout-low',
          severity: 'warning',
          messageParts: message`responseTimeout is low`,
          range: range(2, 1, 2),
          acceptance: {
            by: 'comment',
            reason: 'short answers',
            owner: null,
            until: '2026-10-31',
            state: 'expired',
          },
        }),
      ],
    },
    {
      ...largerModel,
      pool: 'h100x8',
      status: 'unchanged',
      changedRelatedFiles: ['serving/config.properties'],
    },
  ],
  fleet: sampleFleet({
    scope: 'repository',
    gpus: { base: 44, head: 48 },
    declaredGpus: { base: 44, head: 52 },
    untouched: { models: 12, gpus: 36, declaredGpus: 36 },
    pools: [
      {
        name: 'h100x8',
        hostGpus: 8,
        gpuMemoryGib: 80,
        torchserveVersion: '0.12.0',
        configProperties: 'serving/config.properties',
        models: { base: 2, head: 2 },
        gpus: { base: 8, head: 12 },
        declaredGpus: { base: 8, head: 16 },
      },
      {
        name: null,
        hostGpus: null,
        gpuMemoryGib: null,
        torchserveVersion: '0.12.0',
        configProperties: null,
        models: { base: 12, head: 12 },
        gpus: { base: 36, head: 36 },
        declaredGpus: { base: 36, head: 36 },
      },
    ],
    budgets: [
      {
        name: 'all models',
        limit: 46,
        gpus: { base: 44, head: 48 },
        isExceeded: true,
        isBlocking: true,
        models: [{ path: largerModel.path, base: 4, head: 8 }],
      },
      {
        name: 'research/**',
        limit: 40,
        gpus: { base: 36, head: 36 },
        isExceeded: false,
        isBlocking: false,
        models: [],
      },
    ],
    cost: { currency: 'USD', perMonth: { base: 80_300, head: 87_600 }, unpricedModels: 1 },
  }),
  approvals: {
    state: 'pending',
    isAdvisory: true,
    rules: { permission: 'maintain', users: ['olga'], teams: ['acme/ml-platform'], isAuthorAllowed: false },
    required: [
      {
        fingerprint: '3f9a41d0c7e9a3b5',
        path: largerModel.path,
        label: largerModel.label,
        kinds: ['topology-change', 'more-gpus'],
        gpus: { base: 4, head: 8 },
        approval: null,
      },
    ],
    refused: [
      {
        by: 'mallory',
        at: '2026-11-27T10:04:11Z',
        fingerprint: '3f9a41d0c7e9a3b5',
        reason: 'mallory has the permission read; the policy asks for maintain',
        url: 'https://github.com/octo-org/serving/pull/7#issuecomment-1',
      },
    ],
    remarks: [
      'Members of acme/ml-platform cannot be looked up with this token, so the team counts for nobody.',
    ],
  },
});
