import { sampleModel } from '../testing/sample-parts.ts';
import { plainSide, torchrunSide } from '../testing/sample-topologies.ts';
import { describeTopologyText } from './describe-topology-text.ts';

const model = { path: 'serving/llama/model-config.yaml', label: 'label' };
const tp4 = torchrunSide('tp 4 GPUs', [[0, 1, 2, 3]]);

function tell(side: Parameters<typeof sampleModel>[0]['head'], hostGpus: number | null = 4): string {
  return describeTopologyText(sampleModel({ ...model, head: side ?? null }), { hostGpus });
}

test('before and after', () => {
  const head = torchrunSide('pptp 8 GPUs', [[0, 1, 2, 3, 4, 5, 6, 7]], { stages: 2 });
  expect(describeTopologyText(sampleModel({ ...model, base: tp4, head }), { hostGpus: 8 })).toBe(
    'Base: tp 4 GPUs. 1 stage × 4 shards by the handler (assumed). worker-0: torchrun with 4 ranks on GPUs 0–3. ' +
      'The host has 8 GPUs. Idle: GPUs 4–7. ' +
      'Head: pptp 8 GPUs. 2 stages × 4 shards by the handler (assumed). worker-0: torchrun with 8 ranks on GPUs 0–7. ' +
      'The host has 8 GPUs.',
  );
});

test.each([
  [
    'plain workers that share GPUs',
    plainSide('3 × 1 GPU', [1, 0, 1]),
    'worker-0: one Python process on GPU 1. worker-1: one Python process on GPU 0. worker-2: one Python process on GPU 1. The host has 4 GPUs. Shared by several workers: GPU 1. Idle: GPUs 2, 3.',
  ],
  [
    'the CPU alone',
    plainSide('cpu', [null], { gpusPerWorker: 0, device: 'cpu' }),
    'worker-0: one Python process on the CPU. The host has 4 GPUs. Idle: GPUs 0–3.',
  ],
  [
    'all visible GPUs, of two workers',
    plainSide('accelerate all visible GPUs', [1, 2], { gpusPerWorker: 'all' }),
    'worker-0: one Python process on all visible GPUs. worker-1: one Python process on all visible GPUs. The host has 4 GPUs. Shared by several workers: GPUs 0–3.',
  ],
  [
    'an engine that chooses GPUs',
    plainSide('vllm tp 2, 2 GPUs', [1], { gpusPerWorker: 2, shards: 2 }),
    '1 stage × 2 shards by the engine. worker-0: one Python process on 2 of the visible GPUs, which the engine chooses. The host has 4 GPUs.',
  ],
  [
    'cores that are no GPUs',
    plainSide('neuron', [1], { gpusPerWorker: 0 }),
    'worker-0: one Python process without a GPU of TorchServe. The host has 4 GPUs. Idle: GPUs 0–3.',
  ],
  [
    'a model that never serves',
    torchrunSide('will not start', [], {
      topology: { willStart: false },
      launch: {
        blockers: [
          { kind: 'a', message: 'one worker needs 16 GPUs.' },
          { kind: 'b', message: 'no torchrun' },
          { kind: 'c', message: 'c' },
          { kind: 'd', message: 'd' },
        ],
      },
    }),
    'The model will not start: one worker needs 16 GPUs; no torchrun; c; and 1 more reason. No workers. The host has 4 GPUs. Idle: GPUs 0–3.',
  ],
])('%s', (_name, side, text) => {
  expect(tell(side)).toBe(`${side.topology.label}. ${text}`);
});

test('an unknown host, and which GPU', () => {
  expect(tell(plainSide('1 GPU', [null]), null)).toBe(
    '1 GPU. worker-0: one Python process on a GPU whose number is unknown. The GPUs of the host are unknown.',
  );
});

test('a side that could not be read says no more than that', () => {
  const unread = { ...plainSide('not reviewed', []), outcome: 'unreadable' as const };
  expect(tell(unread)).toBe('not reviewed. The file could not be read; nothing is known of the model.');
});

test('of many workers some are told, all are counted', () => {
  const many = plainSide(
    '64 × 1 GPU',
    Array.from({ length: 40 }, () => 0),
    {
      topology: { effective: { kind: null, workers: 64, gpusPerWorker: 1, gpus: 64 } },
    },
  );
  expect(tell(many)).toMatch(/worker-11: one Python process on GPU 0\. 12 of 64 workers told\. /);
});

test('two sides alike are told once, a missing one not at all', () => {
  const alike = sampleModel({ ...model, base: tp4, head: tp4 });
  expect(describeTopologyText(alike)).toBe(
    'Base and head: tp 4 GPUs. 1 stage × 4 shards by the handler (assumed). worker-0: torchrun with 4 ranks on GPUs 0–3. The GPUs of the host are unknown.',
  );
  expect(describeTopologyText(sampleModel({ ...model, base: tp4 }))).toMatch(/^Base: tp 4 GPUs\. /);
  expect(describeTopologyText(sampleModel({ ...model, status: 'added', head: tp4 }))).toMatch(
    /^Head: tp 4 GPUs\. /,
  );
  expect(describeTopologyText(sampleModel(model))).toBe('');
});
