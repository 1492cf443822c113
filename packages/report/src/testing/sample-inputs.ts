import { hostileStrings, yaml } from '@topodiff/testkit';
import { unknownHost } from '@topodiff/topology';
import type { ModelInput, ReviewInput, SourceText } from '../review-input.ts';

const comparison = {
  base: { name: 'main', sha: '1'.repeat(40) },
  head: { name: 'more-gpus', sha: '2'.repeat(40) },
} as const;

const tp4 = yaml`
  minWorkers: 1
  maxWorkers: 1
  responseTimeout: 300
  startupTimeout: 600
  parallelType: tp
  torchrun:
    nproc-per-node: 4
    OMP_NUMBER_THREADS: 4
  deepspeed:
    config: ds-config.json
  handler:
    model_path: /models/llama
    max_length: 80
`;
const pptp8 = tp4.replace('parallelType: tp', 'parallelType: pptp').replace('node: 4', 'node: 8');
const quoted = tp4.replace('node: 4', 'node: "8"');
const plain = yaml`
  minWorkers: 2
  maxWorkers: 4
  batchSize: 4
  maxBatchDelay: 50
  deviceType: gpu
  handler:
    model_name: bert
`;

function text(content: string): SourceText {
  return { kind: 'text', text: content };
}

function model(
  path: string,
  base: string | null,
  head: string | null,
  options: Partial<ModelInput> = {},
): ModelInput {
  return {
    path,
    base: base === null ? null : text(base),
    head: head === null ? null : text(head),
    isExplicit: false,
    ...options,
  };
}

/** One side only, as `topodiff check` reads it. */
function check(models: readonly ModelInput[], options: Partial<ReviewInput> = {}): ReviewInput {
  return {
    toolVersion: '0.1.0',
    today: '2026-11-27',
    failOn: 'error',
    host: { ...unknownHost, gpus: 8 },
    models,
    ...options,
  };
}

function review(models: readonly ModelInput[], options: Partial<ReviewInput> = {}): ReviewInput {
  return check(models, { comparison, ...options });
}

const llama = 'serving/llama/model-config.yaml';
const bert = 'serving/bert/model-config.yaml';

/** Every text as the value of a key that has an effect, and as a key of the handler's section. */
function hostileConfig(hostile: string): string {
  return yaml`
    deviceType: ${JSON.stringify(hostile)}
    parallelType: tp
    torchrun:
      nproc-per-node: ${JSON.stringify(hostile)}
      rdzv-endpoint: ${JSON.stringify(hostile)}
    handler:
      ${JSON.stringify(`k${hostile}`.slice(0, 900))}: ${JSON.stringify(hostile)}
  `;
}

/** What callers give to the pipeline, by name: one of each kind that surfaces must show. */
export const sampleInputs: Readonly<Record<string, ReviewInput>> = {
  'no-models': review([]),
  clean: review([model(bert, plain, plain), model(llama, tp4, `# the same\n${tp4}`)]),
  'topology-change': review([model(llama, tp4, pptp8), model(bert, plain, plain)]),
  'quoted-number': review([model(llama, tp4, quoted)]),
  added: review([model(llama, null, tp4)]),
  removed: review([model(llama, tp4, null)]),
  renamed: review([model('llms/llama/model-config.yaml', tp4, pptp8, { previousPath: llama })]),
  'many-settings': review([
    model(
      bert,
      plain,
      yaml`
        minWorkers: 1
        batchSize: "8"
        maxBatchDelay: 50
        jobQueueSize: 20
        deviceType: cuda
        BatchSize: 4
        asyncCommunication: true
        handler:
          model_name: roberta
          dtype: fp16
      `,
    ),
  ]),
  'syntax-error': review([model(llama, tp4, `${tp4}  bad: [1\n`), model(bert, plain, plain)]),
  'empty-file': review([model(llama, tp4, ''), model(bert, null, plain)]),
  'unknown-host': review([model(llama, tp4, pptp8)], { host: unknownHost }),
  'too-few-gpus': review([model(llama, tp4, pptp8)], { host: { ...unknownHost, gpus: 4 } }),
  unreadable: review(
    [
      model('serving/link/model-config.yaml', null, null, {
        base: text(tp4),
        head: { kind: 'unreadable', reason: 'symlink', detail: 'it is a symbolic link to ../../shared.yaml' },
      }),
      model('serving/was-link/model-config.yaml', null, null, {
        base: { kind: 'unreadable', reason: 'symlink', detail: 'it is a symbolic link to ../shared.yaml' },
        head: text(tp4),
      }),
      model('serving/large/model-config.yaml', null, null, {
        head: { kind: 'unreadable', reason: 'too-large', detail: 'it has 12 MiB' },
      }),
      model(bert, plain, plain),
    ],
    {
      skipped: [{ path: 'vendor/model-config.yaml', reason: 'excluded' }],
      notices: [
        { code: 'tree-truncated', severity: 'error', message: 'GitHub cut the list of files.' },
        { code: 'comment-not-written', severity: 'warning', message: 'The token may not write.' },
      ],
    },
  ),
  irrelevant: review([model('k8s/model-config.yaml', 'kind: ConfigMap\n', 'kind: Secret\n')]),
  'check-clean': check([model(bert, null, plain)]),
  check: check([
    model(llama, null, quoted),
    model(bert, null, plain),
    model('serving/empty/model-config.yaml', null, '# nothing\n'),
    model('serving/gone/model-config.yaml', null, null, {
      isExplicit: true,
      head: { kind: 'unreadable', reason: 'missing', detail: 'there is no such file' },
    }),
  ]),
  'check-warnings': check([model(bert, null, plain.replace('minWorkers: 2\n', ''))], { failOn: 'warning' }),
  hostile: review(
    hostileStrings.map(({ text: hostile }, index) => {
      const name = hostile.replaceAll(/[\0/]/g, ' ').slice(0, 200);
      return model(`serving/${index} ${name}/model-config.yaml`, tp4, hostileConfig(hostile));
    }),
    {
      comparison: {
        base: { name: '</details>`@octocat`' },
        head: { name: '::error::\u001b[31m<!-- x -->' },
      },
    },
  ),
  'many-models': review(
    Array.from({ length: 200 }, (_, index) => {
      const path = `serving/model-${String(index).padStart(3, '0')}/model-config.yaml`;
      const pairs = [
        [tp4, tp4],
        [tp4, pptp8],
        [tp4, quoted],
        [null, plain],
        [plain, null],
        [plain, plain.replace('batchSize: 4', 'batchSize: 8')],
      ] as const;
      const [base, head] = pairs[index % pairs.length] ?? [tp4, tp4];
      return model(path, base, head);
    }),
  ),
};
