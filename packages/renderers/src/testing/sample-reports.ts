import type { Report } from '@topodiff/report';
import { hostileReport } from './hostile-report.ts';
import {
  addedModel,
  brokenModel,
  cleanModel,
  largerModel,
  neverServing,
  plainWorkers,
  quotedModel,
  removedModel,
  renamedModel,
  twoWorkers,
  unchangedModel,
} from './sample-models.ts';
import { policyReport } from './policy-report.ts';
import { sampleFleet, sampleReport } from './sample-parts.ts';

const oneSide = { comparison: null } as const;

/** The reports that every renderer is shown, by name; each has one golden file per renderer. */
export const sampleReports: Readonly<Record<string, Report>> = {
  empty: sampleReport({ conclusion: 'neutral' }),
  'no-effect': sampleReport({ conclusion: 'neutral', models: [unchangedModel, renamedModel] }),
  'topology-change': sampleReport({ models: [largerModel] }),
  'quoted-number': sampleReport({
    conclusion: 'failure',
    reasons: ['1 error, and fail-on is error.'],
    models: [quotedModel],
    host: {
      gpus: null,
      cpuCores: null,
      entry: 'startup',
      torchserveVersion: '0.12.0',
      configProperties: null,
    },
    fleet: sampleFleet({
      gpus: { base: 4, head: 1 },
      declaredGpus: { base: 4, head: 8 },
      isAssumed: true,
    }),
  }),
  'pull-request': sampleReport({
    conclusion: 'failure',
    reasons: ['1 error, and fail-on is error.'],
    models: [quotedModel, largerModel, removedModel, addedModel, cleanModel, renamedModel, unchangedModel],
    skipped: [
      { path: 'k8s/model-config.yaml', reason: 'no key of TorchServe and none that looks like one' },
      { path: 'ci/model_config.yml', reason: 'no key of TorchServe and none that looks like one' },
    ],
    notices: [
      {
        code: 'symlink-not-followed',
        severity: 'warning',
        message: 'A symbolic link to ../shared.yaml; its target was not read.',
        path: 'serving/link/model-config.yaml',
      },
    ],
  }),
  incomplete: sampleReport({
    conclusion: 'failure',
    reasons: ['The list of changed files is incomplete: GitHub cut the tree.'],
    notices: [
      {
        code: 'tree-truncated',
        severity: 'error',
        message: 'The list of changed files is incomplete: GitHub cut the tree.',
        path: null,
      },
    ],
    models: [cleanModel],
  }),
  policy: policyReport,
  approved: sampleReport({
    models: [largerModel],
    policy: { path: '.topodiff.yaml', revision: null, preset: 'recommended', isOnlyNew: false },
    approvals: {
      state: 'approved',
      isAdvisory: false,
      rules: { permission: 'maintain', users: ['olga'], teams: ['acme/ml-platform'], isAuthorAllowed: false },
      required: [
        {
          fingerprint: '3f9a41d0c7e9a3b5',
          path: largerModel.path,
          label: largerModel.label,
          kinds: ['topology-change', 'more-gpus'],
          gpus: { base: 4, head: 8 },
          approval: {
            by: 'alice',
            via: 'comment',
            at: '2026-11-27T10:04:11Z',
            reason: 'the new model needs it',
            url: 'https://github.com/octo-org/serving/pull/7#issuecomment-1',
          },
        },
      ],
      refused: [],
      remarks: [],
    },
  }),
  'check-clean': sampleReport({ ...oneSide, models: [twoWorkers] }),
  check: sampleReport({
    ...oneSide,
    conclusion: 'failure',
    reasons: ['2 errors, and fail-on is error.'],
    models: [brokenModel, neverServing, twoWorkers, plainWorkers],
  }),
  hostile: hostileReport,
};
