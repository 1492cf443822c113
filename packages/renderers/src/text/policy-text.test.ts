import type { Report } from '@topodiff/report';
import { policyReport } from '../testing/policy-report.ts';
import { largerModel, quotedModel, unchangedModel } from '../testing/sample-models.ts';
import {
  message,
  range,
  sampleFinding,
  sampleFleet,
  sampleModel,
  sampleReport,
} from '../testing/sample-parts.ts';
import { renderLaunchPlan } from './render-launch-plan.ts';
import { text } from './text.ts';

const linesOf = (report: Report, width = 400): readonly string[] =>
  text.render(report, { width }).split('\n');

const gpus = { base: 4, head: 8 };

type Budget = Report['fleet']['budgets'][number];

const budget = (more: Partial<Budget>): Budget => ({
  name: 'all models',
  limit: 6,
  gpus,
  isExceeded: true,
  isBlocking: true,
  models: [{ path: largerModel.path, base: 4, head: 8 }],
  ...more,
});

const withFleet = (fleet: Partial<Report['fleet']>, more: Partial<Report> = {}): Report =>
  sampleReport({
    models: [largerModel],
    fleet: sampleFleet({ gpus, declaredGpus: gpus, ...fleet }),
    ...more,
  });

const accepted = (
  state: 'counts' | 'expired' | 'not-merged',
  by: 'policy' | 'comment' = 'policy',
): Report['models'][number]['findings'][number] =>
  sampleFinding({
    ruleId: 'kept',
    severity: 'error',
    messageParts: message`It is kept.`,
    range: range(3, 1, 2),
    acceptance: {
      by,
      reason: 'a reason',
      owner: by === 'policy' ? '@alice' : null,
      until: '2027-01-31',
      state,
    },
  });

describe('budgets', () => {
  test('one that blocks is an error with the models that make the difference', () => {
    expect(linesOf(withFleet({ scope: 'repository', budgets: [budget({})] }))).toContain(
      'error  over the GPU budget of all models: 4 → 8 of 6 GPUs (+4): serving/llama-70b/model-config.yaml (+4)',
    );
  });

  test('a sum over the models of the report alone says so', () => {
    const budgets = [budget({ isBlocking: false, models: [], gpus: { base: 8, head: 8 } })];
    expect(linesOf(withFleet({ budgets }))).toContain(
      'warning  over the GPU budget of all models: 8 of 6 GPUs, by the models of this report alone',
    );
  });

  test('those that are kept share one row', () => {
    const kept = { isExceeded: false, isBlocking: false };
    const budgets = [budget({ ...kept, limit: 8 }), budget({ ...kept, name: 'lab', limit: 9, models: [] })];
    expect(linesOf(withFleet({ budgets }))).toContain(
      'budgets  all models: 4 → 8 of 8 GPUs (+4); lab: 4 → 8 of 9 GPUs (+4), by the models of this report alone',
    );
  });

  test('the eleventh model and those after it are a number', () => {
    const models = Array.from({ length: 12 }, (_, index) => ({ path: `m${index}`, base: 0, head: 1 }));
    const shown = linesOf(withFleet({ budgets: [budget({ models })] })).find((line) => line.includes('over'));
    expect(shown).toMatch(/ m9 \(\+1\) and 2 more models$/);
  });

  test('a budget that fails the review is told once', () => {
    const reason =
      'Over the GPU budget of all models: 4 → 8 of 6 GPUs (serving/llama-70b/model-config.yaml +4).';
    const report = withFleet({ budgets: [budget({})] }, { conclusion: 'failure', reasons: [reason] });
    const lines = linesOf(report);
    expect(lines.filter((line) => /over the GPU budget of/i.test(line))).toHaveLength(1);
    expect(lines.find((line) => line.startsWith('failure: '))).toMatch(
      /^failure: over the GPU budget; 1 warning;/,
    );
  });
});

describe('totals', () => {
  test('cost per month, and what has no price', () => {
    const cost = { currency: 'EUR', perMonth: { base: 7300, head: 14_600 }, unpricedModels: 2 };
    expect(linesOf(withFleet({ cost }))).toContain(
      'cost  7,300 → 14,600 EUR per month (+7,300), without 2 models that has no price',
    );
  });

  test('models that are not listed are named with their GPUs', () => {
    const untouched = { models: 1, gpus: 3, declaredGpus: 4 };
    expect(linesOf(withFleet({ scope: 'repository', untouched }))).toContain(
      'GPUs  declared 4 → 8 (+4), effective 4 → 8 (+4); 1 model without change uses 3 of 4 declared',
    );
  });

  test('totals stand alone when no model is listed', () => {
    const untouched = { models: 2, gpus: 8, declaredGpus: 8 };
    const same = { base: 8, head: 8 };
    const fleet = sampleFleet({ gpus: same, declaredGpus: same, untouched, scope: 'repository' });
    expect(linesOf(sampleReport({ conclusion: 'neutral', fleet }))).toContain(
      'GPUs  declared 8, effective 8; 2 models without change use 8',
    );
  });

  test('a host that differs from the report’s names its version; without a pool there is no table', () => {
    const [pool, noPool] = policyReport.fleet.pools;
    const pools = [
      { ...pool!, torchserveVersion: '0.11.0', gpuMemoryGib: null, configProperties: null },
      noPool!,
    ];
    expect(linesOf(withFleet({ pools }))).toContain(
      'h100x8   2       8 → 16 (+8)  8 → 12 (+4)  8 GPUs, TorchServe 0.11.0',
    );
    expect(linesOf(withFleet({ pools: [noPool!] })).filter((line) => line.startsWith('pool'))).toEqual([]);
  });
});

describe('accepted findings', () => {
  test('stand apart and are counted apart, so that a model with nothing else has one line', () => {
    const model = sampleModel({ ...unchangedModel, findings: [accepted('counts')] });
    const lines = linesOf(sampleReport({ comparison: null, models: [model] }));
    const start = lines.indexOf('Accepted findings (1)');
    expect(lines.slice(start, start + 3)).toEqual([
      'Accepted findings (1)',
      `  ${model.path}:3:1  error  It is kept.  kept`,
      '    accepted (policy, @alice, until 2027-01-31): a reason',
    ]);
    expect(lines.slice(0, start)).toEqual([expect.stringContaining(model.path), '']);
    expect(lines).toContain('success: 1 accepted');
  });

  test.each([
    ['expired', 'policy', '    no longer accepted after 2027-01-31 (policy, @alice): a reason'],
    [
      'not-merged',
      'comment',
      '    not accepted before the comment is merged (comment in the file, until 2027-01-31): a reason',
    ],
  ] as const)('one that is %s stays with its model and says why', (state, by, line) => {
    const model = sampleModel({ ...unchangedModel, findings: [accepted(state, by)] });
    const lines = linesOf(sampleReport({ models: [model] }));
    expect(lines).toContain(line);
    expect(lines.filter((shown) => shown.startsWith('Accepted'))).toEqual([]);
  });

  test('are no advice for many models', () => {
    const advice = sampleFinding({ ...accepted('counts'), severity: 'info' });
    const models = [1, 2, 3, 4].map((number) =>
      sampleModel({ path: `m${number}`, label: 'cpu', status: 'unchanged', findings: [advice] }),
    );
    const lines = linesOf(sampleReport({ models }));
    expect(lines).not.toContain('Advice for many models');
    expect(lines).toContain('Accepted findings (4)');
  });
});

describe('what the report rests on', () => {
  test('a base that has moved without touching these files', () => {
    const comparison = policyReport.comparison!;
    const drift = { ...comparison.drift!, commits: 1, models: [] };
    expect(linesOf(sampleReport({ comparison: { ...comparison, drift } }))).toContain(
      'base  main@aa11bb2 has moved 1 commit, none touch these files',
    );
    const still = { ...drift, commits: 0 };
    expect(linesOf(sampleReport({ comparison: { ...comparison, drift: still } })).join()).not.toContain(
      'moved',
    );
  });

  test('another file that changes beside the model’s own', () => {
    const model = { ...quotedModel, changedRelatedFiles: ['serving/ds-config.json', 'config.properties'] };
    expect(linesOf(sampleReport({ models: [model] }))).toContain(
      '  depends on serving/ds-config.json, config.properties, which change too',
    );
  });
});

test('the host line of a plan names the pool that all models are of', () => {
  const [pooled, other] = policyReport.models;
  const firstLine = (models: Report['models']) =>
    renderLaunchPlan(sampleReport({ models }), {}).split('\n')[0];
  expect(firstLine([pooled!])).toBe('pool h100x8 · TorchServe 0.12.0 · 8 GPUs · 32 CPU cores');
  expect(firstLine([pooled!, { ...other!, pool: null }])).toBe('TorchServe 0.12.0 · 8 GPUs · 32 CPU cores');
});

describe('approvals', () => {
  test('nothing is printed when no change needs one', () => {
    const approvals = {
      ...policyReport.approvals!,
      state: 'not-needed' as const,
      required: [],
      refused: [],
      remarks: [],
    };
    const report = sampleReport({ models: [largerModel] });
    expect(linesOf({ ...report, approvals })).toEqual(linesOf(report));
  });

  test('changes that wait are counted with the conclusion', () => {
    const report = sampleReport({ models: [largerModel], approvals: policyReport.approvals });
    expect(linesOf(report)).toContain('  1 change waits for an approval.');
  });
});
