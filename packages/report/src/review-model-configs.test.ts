import { yaml } from '@topodiff/testkit';
import { parseConfigProperties } from '@topodiff/schema';
import { unknownHost } from '@topodiff/topology';
import type { ReviewInput, SourceText } from './review-input.ts';
import { buildSampleReports } from './testing/sample-reports.ts';
import { makeModel, reviewModels, reviewTexts } from './testing/review-texts.ts';

const tp4 = yaml`
  minWorkers: 1
  maxWorkers: 1
  startupTimeout: 600
  responseTimeout: 600
  parallelType: tp
  torchrun:
    nproc-per-node: 4
    OMP_NUMBER_THREADS: 4
`;
const pptp8 = tp4.replace('parallelType: tp', 'parallelType: pptp').replace('node: 4', 'node: 8');
const quoted = tp4.replace('node: 4', 'node: "8"');
const oneSide = { comparison: undefined } as unknown as Partial<ReviewInput>; // as a caller without types leaves it out
const symlink: SourceText = { kind: 'unreadable', reason: 'symlink', detail: 'it is a link to /etc/passwd' };

describe('labels and GPUs', () => {
  test('a change of type and size', () => {
    const { report, model } = reviewTexts(tp4, pptp8);
    expect(model.label).toBe('tp 4 GPUs → pptp 8 GPUs');
    expect(report.fleet).toMatchObject({
      scope: 'report',
      gpus: { base: 4, head: 8 },
      declaredGpus: { base: 4, head: 8 },
      isAssumed: false,
    });
  });

  test('a number in quotes declares what does not run', () => {
    const { report, model } = reviewTexts(tp4, quoted);
    expect(model.label).toBe('tp 4 GPUs → tp 8 GPUs (runs 1 GPU)');
    expect(report.fleet.gpus).toEqual({ base: 4, head: 1 });
    expect(report.fleet.declaredGpus).toEqual({ base: 4, head: 8 });
    expect(
      model.findings.map(({ ruleId, severity, range }) => ({ ruleId, severity, start: range.start })),
    ).toEqual([{ ruleId: 'nproc-per-node-invalid', severity: 'error', start: { line: 7, column: 19 } }]);
  });

  test('an unknown host makes the totals an assumption', () => {
    expect(reviewTexts(tp4, pptp8, { host: unknownHost }).report.fleet.isAssumed).toBe(true);
  });

  test('a base with another host, because its config.properties differs', () => {
    const oneGpu = { ...unknownHost, gpus: 8, configProperties: parseConfigProperties('number_of_gpu=2\n') };
    const { model } = reviewTexts(tp4, tp4, { baseHost: oneGpu });
    expect(model.status).toBe('unchanged');
    expect(model.label).toBe('will not start → tp 4 GPUs');
    expect(model.changes.map(({ id }) => id)).toContain('model-will-start-again');
  });
});

describe('status', () => {
  const renamed = { previousPath: 'llama/model-config.yaml' };

  test.each([
    ['added', makeModel(null, tp4), '∅ → tp 4 GPUs'],
    ['removed', makeModel(tp4, null), 'tp 4 GPUs → ∅'],
    ['renamed', makeModel(tp4, tp4, renamed), 'tp 4 GPUs'],
    ['renamed', makeModel(tp4, pptp8, renamed), 'tp 4 GPUs → pptp 8 GPUs'],
    ['modified', makeModel(tp4, `# a comment\n${tp4}`), 'tp 4 GPUs'],
    ['unchanged', makeModel(tp4, tp4), 'tp 4 GPUs'],
  ])('%s', (status, model, label) => {
    const [reviewed] = reviewModels([model]).models;
    expect(reviewed).toMatchObject({
      status,
      label,
      path: model.path,
      previousPath: model.previousPath ?? null,
    });
    expect([reviewed?.base === null, reviewed?.head === null]).toEqual([
      model.base === null,
      model.head === null,
    ]);
  });

  test('without a comparison there is one side, and nothing has changed', () => {
    const checked = reviewModels([makeModel(null, tp4)], oneSide);
    expect(checked.comparison).toBeNull();
    expect(checked.models[0]).toMatchObject({
      status: 'unchanged',
      base: null,
      label: 'tp 4 GPUs',
      changes: [],
    });
    expect(checked.fleet.gpus).toEqual({ base: 4, head: 4 });
  });

  test('a file that exists nowhere is skipped with the reason', () => {
    const report = reviewModels([makeModel(null, null)]);
    expect(report.models).toEqual([]);
    expect(report.skipped).toEqual([
      { path: 'serving/llama/model-config.yaml', reason: 'the file exists on neither side' },
    ]);
  });
});

describe('findings', () => {
  test('those of head say whether base has them, those that went are listed apart', () => {
    const base = yaml`
      batchSize: "4"
      jobQueueSize: "5"
    `;
    const head = yaml`
      # moved down
      jobQueueSize: "5"
      deviceType: cuda
    `;
    const { model } = reviewTexts(base, head);
    const old = model.findings.filter(({ isInBase }) => isInBase).map(({ configPath }) => configPath);
    const fresh = model.findings.filter(({ isInBase }) => !isInBase).map(({ configPath }) => configPath);
    expect(old).toContain('jobQueueSize');
    expect(fresh).toContain('deviceType');
    expect(model.resolvedFindings.map(({ configPath }) => configPath)).toContain('batchSize');
    expect(model.resolvedFindings.every(({ isInBase }) => !isInBase)).toBe(true);
  });

  test('one more of the same is new', () => {
    const twice = 'batchSize: 1\nbatchSize: 2\n';
    const { model } = reviewTexts(twice, `batchSize: 1\n${twice}`);
    const duplicates = model.findings.filter(({ ruleId }) => ruleId === 'yaml-duplicate-key');
    expect(duplicates.map(({ isInBase }) => isInBase)).toEqual([true, false]);
    expect(new Set(duplicates.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('fingerprints stay through a rename and other lines', () => {
    const before = reviewTexts(null, quoted).model.findings;
    const [moved] = reviewModels([
      makeModel(quoted, `# moved\n${quoted}`, {
        path: 'llms/llama.yaml',
        previousPath: 'serving/llama/model-config.yaml',
        isExplicit: true,
      }),
    ]).models;
    expect(moved?.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      before.map(({ fingerprint }) => fingerprint),
    );
    expect(moved?.findings.every(({ isInBase }) => isInBase)).toBe(true);
  });
});

describe('what could not be read', () => {
  test('a head is a finding on line 1, and hides no other file', () => {
    const report = reviewModels([
      makeModel(tp4, symlink),
      makeModel(tp4, pptp8, { path: 'b/model-config.yaml' }),
    ]);
    expect(report.conclusion).toBe('failure');
    expect(report.models.map(({ label }) => label)).toEqual([
      'tp 4 GPUs → not reviewed',
      'tp 4 GPUs → pptp 8 GPUs',
    ]);
    expect(report.models[0]).toMatchObject({
      changes: [],
      head: { outcome: 'unreadable' },
      findings: [
        {
          ruleId: 'input/symlink',
          severity: 'error',
          message: 'The file was not reviewed: it is a link to /etc/passwd.',
          range: { start: { line: 1, column: 1 } },
        },
      ],
    });
    expect(report.fleet.isAssumed).toBe(true);
  });

  test('nothing counts as resolved by a head that nobody could read', () => {
    const { model } = reviewTexts('batchSize: x\n', symlink);
    expect(model.resolvedFindings).toEqual([]);
    expect(reviewTexts('batchSize: x\n', null).model.resolvedFindings).not.toEqual([]);
  });

  test.each([
    'symlink',
    'directory',
    'not-a-file',
    'submodule',
    'lfs-pointer',
    'too-large',
    'missing',
    'permission',
    'failed',
  ] as const)('%s has an id of its own', (reason) => {
    const { model } = reviewTexts(null, { kind: 'unreadable', reason, detail: 'so it is' });
    expect(model.findings.map(({ ruleId }) => ruleId)).toEqual([`input/${reason}`]);
  });

  test('a base is told: what changes is unknown, and not nothing', () => {
    const { report, model } = reviewTexts(symlink, tp4);
    expect(model.changes).toEqual([]);
    expect(report.conclusion).toBe('success');
    expect(report.notices).toEqual([
      {
        code: 'base-not-read',
        severity: 'warning',
        message:
          'What changes in serving/llama/model-config.yaml is unknown: at base, it is a link to /etc/passwd.',
        path: 'serving/llama/model-config.yaml',
      },
    ]);
  });

  test('bytes that are no UTF-8', () => {
    const { model } = reviewTexts(tp4, { kind: 'text', text: `${tp4}# \ufffd\n`, hasInvalidUtf8: true });
    expect(model.label).toBe('tp 4 GPUs → will not start');
    expect(model.findings.map(({ ruleId }) => ruleId)).toContain('yaml-python-only-error');
  });
});

describe('files that are no model-config', () => {
  const manifest = 'kind: ConfigMap\nmetadata: {}\n';

  test.each([
    ['both sides are maps of other keys', manifest, manifest, true],
    ['the only side is', null, manifest, true],
    ['a frontend key on one side', 'batchSize: 1\n', manifest, false],
    ['a near miss of one', manifest, 'BatchSize: 1\n', false],
    ['a section of a known handler', manifest, 'pippy: {}\n', false],
    ['a side that is no map', manifest, '- a\n', false],
    ['an empty side', manifest, '', false],
    ['a side that cannot be read', manifest, 'a: [\n', false],
    ['a side whose text could not be had', manifest, symlink, false],
  ])('%s', (_, base, head, isSkipped) => {
    const report = reviewModels([makeModel(base, head)]);
    expect(report.models.length).toBe(isSkipped ? 0 : 1);
    expect(report.skipped.map(({ path }) => path)).toEqual(
      isSkipped ? ['serving/llama/model-config.yaml'] : [],
    );
  });

  test('are reviewed when somebody names them', () => {
    expect(reviewModels([makeModel(manifest, manifest, { isExplicit: true })]).models).toHaveLength(1);
  });

  test('the caller’s own skips come first', () => {
    const skipped = [{ path: 'vendor/model-config.yaml', reason: 'excluded' }];
    expect(reviewModels([makeModel(manifest, manifest)], { skipped }).skipped).toEqual([
      ...skipped,
      {
        path: 'serving/llama/model-config.yaml',
        reason: 'neither side has a key of TorchServe or a section that its handlers read',
      },
    ]);
  });
});

describe('notices', () => {
  test('a text diff that is too long to show is left out, and said', () => {
    const long = (value: number): string =>
      `handler:\n${Array.from({ length: 3_000 }, (_, index) => `  key${index}: ${value}\n`).join('')}`;
    const { report, model } = reviewTexts(long(1), long(2));
    expect(model.textHunks).toEqual([]);
    expect(report.notices.map(({ code }) => code)).toEqual(['text-diff-omitted']);
    expect(model.changes.map(({ message }) => message)).toEqual(['3000 settings below handler differ.']);
  });

  test('findings of one rule that are not listed are counted', () => {
    const { report, model } = reviewTexts(null, `handler: [${'1e5, '.repeat(1_200)}]\n`);
    expect(model.findings.filter(({ ruleId }) => ruleId === 'yaml-exponent-float-is-string')).toHaveLength(
      1_000,
    );
    expect(report.notices.map(({ message }) => message)).toEqual([
      'serving/llama/model-config.yaml: 1000 of 1200 findings of yaml-exponent-float-is-string are listed.',
    ]);
  });

  test('workers that are not listed are counted', () => {
    const { report, model } = reviewTexts(null, 'minWorkers: 5000\nmaxWorkers: 5000\n');
    expect(model.head?.launch.workers).toHaveLength(1024);
    expect(report.notices.map(({ message }) => message)).toEqual([
      'serving/llama/model-config.yaml: 1024 of 5000 workers are listed.',
    ]);
  });

  test('a model whose settings config.properties holds under the folder’s name', () => {
    const properties = parseConfigProperties('models={"llama": {"1.0": {"batchSize": 4}}}\n');
    const { report } = reviewTexts(null, tp4, { host: { ...unknownHost, configProperties: properties } });
    expect(report.notices.map(({ code }) => code)).toEqual(['model-name-assumed']);
  });
});

describe('a bug of ours', () => {
  const failing = new (class extends Map<string, string | null> {
    override get(): never {
      throw new Error('out of luck');
    }
  })();
  const deepspeed = `${tp4}deepspeed:\n  config: ds.json\nhandler:\n  model_path: m\n`;

  test('in one side is a finding of this model, fails the review and hides no other', () => {
    const report = reviewModels(
      [
        makeModel(deepspeed, deepspeed, { relatedFiles: { base: new Map(), head: failing } }),
        makeModel(tp4, pptp8, { path: 'b/model-config.yaml' }),
      ],
      { failOn: 'never' },
    );
    expect(report.conclusion).toBe('failure');
    expect(report.reasons).toEqual([
      'topodiff failed on serving/llama/model-config.yaml, so the review is incomplete.',
    ]);
    expect(report.models.map(({ label }) => label)).toEqual([
      'tp 4 GPUs → not reviewed',
      'tp 4 GPUs → pptp 8 GPUs',
    ]);
    expect(report.models[0]?.findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
      ['internal/review-crashed', 'topodiff failed on this file, and it was not reviewed: out of luck'],
    ]);
  });

  test('in the comparison is one too', () => {
    let reads = 0;
    const head = {
      kind: 'text' as const,
      get text(): string {
        reads += 1;
        if (reads > 3) throw new Error('out of luck');
        return pptp8;
      },
    };
    const { report, model } = reviewTexts(tp4, head);
    expect(model).toMatchObject({ status: 'modified', label: 'not reviewed', changes: [] });
    expect(model.findings.map(({ ruleId }) => ruleId)).toEqual(['internal/review-crashed']);
    expect(report.conclusion).toBe('failure');
  });

  test('before it is clear whether the file is one of TorchServe', () => {
    const head = {
      kind: 'text' as const,
      get text(): string {
        throw new Error('out of luck');
      },
    };
    const report = reviewModels([
      makeModel(null, head),
      makeModel(null, tp4, { path: 'b/model-config.yaml' }),
    ]);
    expect(report.models.map(({ label }) => label)).toEqual(['∅ → not reviewed', '∅ → tp 4 GPUs']);
  });

  test('in the plan of a shared host is told, and each model is planned alone', () => {
    const report = reviewModels(
      [
        makeModel(null, deepspeed, { relatedFiles: { base: new Map(), head: failing } }),
        makeModel(null, tp4, { path: 'b/model-config.yaml' }),
      ],
      { ...oneSide, sharesHost: true },
    );
    expect(report.notices.map(({ code }) => code)).toEqual(['internal/plan-crashed']);
    expect(report.models.map(({ label }) => label)).toEqual(['not reviewed', 'tp 4 GPUs']);
    expect(report.conclusion).toBe('failure');
  });
});

test('models that share a host stay in load order and share its GPUs', () => {
  const plain = 'minWorkers: 1\nmaxWorkers: 1\n';
  const report = reviewModels(
    [makeModel(null, plain, { path: 'z.yaml' }), makeModel(null, plain, { path: 'a.yaml' })],
    { ...oneSide, sharesHost: true },
  );
  expect(report.models.map(({ path, head }) => [path, head?.launch.workers[0]?.gpuId])).toEqual([
    ['z.yaml', 1],
    ['a.yaml', 2],
  ]);
});

test('equal inputs give equal bytes', () => {
  const first = JSON.stringify(buildSampleReports());
  expect(JSON.stringify(buildSampleReports())).toBe(first);
});

test('the order of the input does not count', () => {
  const models = [
    makeModel(tp4, pptp8, { path: 'c/model-config.yaml' }),
    makeModel(tp4, quoted, { path: 'd/model-config.yaml' }),
    makeModel(tp4, tp4, { path: 'a/model-config.yaml' }),
    makeModel('batchSize: "1"\n', 'batchSize: "1"\n', { path: 'b/model-config.yaml' }),
  ];
  const report = reviewModels(models);
  expect(report.models.map(({ path }) => path.charAt(0))).toEqual(['d', 'b', 'c', 'a']);
  expect(reviewModels([...models].reverse())).toEqual(report);
});
