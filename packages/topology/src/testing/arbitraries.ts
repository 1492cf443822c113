import { parseConfigProperties, torchserveVersions } from '@topodiff/schema';
import fc from 'fast-check';
import type { HostProfile } from '../host-profile.ts';

const scalars = fc.oneof(
  fc.integer({ min: -3, max: 10 }).map(String),
  fc.constantFrom('2147483647', '2147483648', '-2147483648', '2000000000', '1:30', '010', '4.0', '1e3'),
  fc.constantFrom('"4"', 'true', 'false', 'yes', '"true"', '~', '', 'gpu', 'cpu', 'CPU', 'cuda', '=', '{}'),
  fc.constantFrom('tp', 'pp', 'pptp', 'custom', 'TP', 'ddp', '"a\\n@b"', '[0, 1]', '[3, 1, 5]', '[-1]', '[]'),
  fc.constantFrom(
    '[0, "1"]',
    '[9999]',
    '{{ x }}',
    '!foo 1',
    '*missing',
    '- 1',
    '2020-01-01',
    '!!binary aa==',
  ),
);

const topLevelKeys = fc.constantFrom(
  ...['minWorkers', 'maxWorkers', 'batchSize', 'maxBatchDelay', 'responseTimeout', 'startupTimeout'],
  ...['deviceType', 'deviceIds', 'parallelType', 'parallelType', 'parallelLevel', 'parallelLevel'],
  ...['maxRetryTimeoutInSec', 'clientTimeoutInMills', 'jobQueueSize', 'useJobTicket', 'useVenv'],
  ...['continuousBatching', 'sequenceBatching', 'sequenceMaxIdleMSec', 'sequenceTimeoutMSec'],
  ...['maxSequenceJobQueueSize', 'maxNumSequence', 'asyncCommunication', 'handler', 'on', '1', 'BatchSize'],
);

const torchrunKeys = fc.constantFrom(
  ...['nproc-per-node', 'nproc-per-node', 'nnodes', 'rdzv-backend', 'rdzv-endpoint', 'rdzv-conf'],
  ...['monitor-interval', 'node-rank', 'OMP_NUMBER_THREADS', 'max-restarts', 'nproc_per_node', 'on'],
);

const torchrunSections = fc
  .array(fc.tuple(torchrunKeys, scalars), { maxLength: 4 })
  .map((lines) => ['torchrun:', ...lines.map(([key, value]) => `  ${key}: ${value}`)].join('\n'));

const handlerSections = fc.constantFrom(
  'pippy:\n  pp_group_size: 2\n  chunks: 1',
  'pippy:\n  pp_group_size: 0',
  'deepspeed:\n  config: ds-config.json',
  'handler:\n  converted_ckpt_dir: a\n  model_args_path: b',
);

/** Texts that look like a model-config: its keys with right and wrong values, and now and then any text. */
export const modelConfigTexts = fc.oneof(
  { weight: 9, arbitrary: configTexts() },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
);

function configTexts(): fc.Arbitrary<string> {
  const plainLines = fc.tuple(topLevelKeys, scalars).map(([key, value]) => `${key}: ${value}`);
  const lines = fc.oneof(
    { weight: 6, arbitrary: plainLines },
    { weight: 2, arbitrary: torchrunSections },
    { weight: 1, arbitrary: handlerSections },
  );
  return fc.array(lines, { maxLength: 8 }).map((parts) => `${parts.join('\n')}\n`);
}

const propertyLines = fc.array(
  fc.constantFrom(
    'number_of_gpu=0',
    'number_of_gpu=3',
    'number_of_gpu=-2',
    'default_workers_per_model=2',
    'default_workers_per_model=-1',
    'job_queue_size=50',
    'default_response_timeout=77',
    'initial_worker_port=8000',
    'models={"m":{"1.0":{"minWorkers":2,"batchSize":4,"responseTimeout":33}}}',
    'models={',
    'model_snapshot={"models":{"m":{"1.0":{"minWorkers":3,"maxWorkers":3,"parallelLevel":2}}}}',
    'model_snapshot={"models":{"m":{"1.0":{"defaultVersion":true,"marName":"m","minWorkers":3,"maxWorkers":3,"batchSize":1,"maxBatchDelay":1,"responseTimeout":1,"parallelLevel":2}}}}',
    'model_snapshot=[',
  ),
  { maxLength: 4 },
);

/** Hosts of every kind that the type allows. */
export const hosts: fc.Arbitrary<HostProfile> = fc
  .record({
    gpus: fc.oneof(fc.constant('unknown' as const), fc.integer({ min: 0, max: 16 })),
    cpuCores: fc.oneof(fc.constant('unknown' as const), fc.integer({ min: 1, max: 64 })),
    entry: fc.constantFrom('startup' as const, 'register-api' as const, 'snapshot' as const),
    torchserveVersion: fc.constantFrom(...torchserveVersions),
    parentVisibleDevices: fc.option(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 })),
    properties: fc.option(propertyLines),
  })
  .map(({ properties, parentVisibleDevices, ...host }) => ({
    ...host,
    ...(parentVisibleDevices === null ? {} : { parentVisibleDevices }),
    ...(properties === null ? {} : { configProperties: parseConfigProperties(properties.join('\n')) }),
  }));
