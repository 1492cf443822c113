import type { HostProfile } from '../host-profile.ts';
import { hostOf, launchText } from '../testing/plan-text.ts';
import { buildTopology } from '../topology/build-topology.ts';
import type { Topology } from '../topology/topology.ts';
import { frameworks } from './registry.ts';

const pair = 'minWorkers: 1\nmaxWorkers: 1\n';
const torchrun = (type: string, nproc: number) =>
  `${pair}parallelType: ${type}\ntorchrun:\n  nproc-per-node: ${nproc}\n`;
const pippySection =
  'pippy:\n  rpc_timeout: 1800\n  model_type: "HF"\n  chunks: 1\n  num_worker_threads: 512\n';

function topologyOf(
  text: string,
  files: Readonly<Record<string, string | null>> = {},
  host: HostProfile = hostOf(8),
): Topology {
  return buildTopology(launchText(text, host), new Map(Object.entries(files)));
}

function split(text: string, files: Readonly<Record<string, string | null>> = {}): readonly unknown[] {
  const { framework, split: found } = topologyOf(text, files);
  return [framework, found.stages, found.shards, found.decidedBy, found.isAssumed];
}

/** The rows of section 5 of the reference that concern these frameworks. */
describe('the topology that an example really gives', () => {
  test.each([
    [
      'Huggingface_pippy (pp, 4)',
      `${torchrun('pp', 4)}${pippySection}handler:\n  model_path: a\n`,
      {},
      { processes: 4, gpus: 4, stages: 4, shards: 1, framework: 'pippy' },
    ],
    [
      'deepspeed/opt (tp, 4, tp_size 4)',
      `${torchrun('tp', 4)}deepspeed:\n  config: ds-config.json\nhandler:\n  model_path: a\n`,
      { 'ds-config.json': '{"tensor_parallel": {"tp_size": 4}}' },
      { processes: 4, gpus: 4, stages: 1, shards: 4, framework: 'deepspeed' },
    ],
    [
      'gpt_fast model_config.yaml',
      `${pair}handler:\n  converted_ckpt_dir: a\n  compile: true\n`,
      {},
      { processes: 1, gpus: 1, stages: 1, shards: 1, framework: 'gpt-fast' },
    ],
    [
      'gpt_fast model_config_tp.yaml',
      `${torchrun('tp', 4)}handler:\n  converted_ckpt_dir: a\n  compile: true\n`,
      {},
      { processes: 4, gpus: 4, stages: 1, shards: 4, framework: 'torch-native-tp' },
    ],
    [
      'tp_llama as shipped (nproc 1)',
      `${torchrun('tp', 1)}handler:\n  converted_ckpt_dir: a\n  model_args_path: b\n  tokenizer_path: c\n`,
      {},
      { processes: 1, gpus: 1, stages: 1, shards: 1, framework: 'torch-native-tp' },
    ],
    [
      'accelerate',
      `${pair}handler:\n  model_name: a\n  model_path: b\n  max_length: 50\n  max_new_tokens: 50\n  manual_seed: 40\n  return_full_text: true\n`,
      {},
      { processes: 1, gpus: 8, stages: 1, shards: 1, framework: 'accelerate' },
    ],
    [
      'vllm/mistral (tp 4, no parallelType)',
      `${pair}asyncCommunication: true\nhandler:\n  vllm_engine_config:\n    tensor_parallel_size: 4\n`,
      {},
      { processes: 1, gpus: 4, stages: 1, shards: 4, framework: 'vllm' },
    ],
    [
      'vLLM README addition (custom, level 4, tp 4)',
      `${pair}parallelType: custom\nparallelLevel: 4\nasyncCommunication: true\nhandler:\n  vllm_engine_config:\n    tensor_parallel_size: 4\n`,
      {},
      { processes: 1, gpus: 4, stages: 1, shards: 4, framework: 'vllm' },
    ],
    [
      'inferentia2 llama (tp_degree 24)',
      `${pair}continuousBatching: true\nhandler:\n  tp_degree: 24\n`,
      {},
      { processes: 1, gpus: 0, stages: 1, shards: 24, framework: 'neuron' },
    ],
    [
      'DeepSpeed-MII (tp, 4)',
      `${torchrun('tp', 4)}handler:\n  tensor_parallel: 4\n`,
      {},
      { processes: 4, gpus: 4, stages: 1, shards: 4, framework: 'deepspeed-mii' },
    ],
  ])('%s', (_, text, files, expected) => {
    const topology = topologyOf(text, files);
    const worker = topology.workers[0];
    expect(topology.workers).toHaveLength(1);
    expect({
      processes: worker?.ranks.length,
      gpus: topology.effective.gpus,
      stages: worker?.stages,
      shards: worker?.shards,
      framework: topology.framework,
    }).toEqual(expected);
    expect(topology.split.isAssumed).toBe(false);
  });
});

describe('PiPPy', () => {
  test('stages are the ranks', () => {
    expect(split(`${torchrun('pp', 2)}${pippySection}`)).toEqual(['pippy', 2, 1, 'framework', false]);
  });

  test.each([
    ['pp_group_size divides the ranks', 2, ['pippy', 2, 2, 'handler', true]],
    ['pp_group_size does not divide them', 3, ['pippy', 4, 1, 'framework', true]],
  ])('pptp: %s, and counts as assumed', (_, size, expected) => {
    expect(split(`${torchrun('pptp', 4)}pippy:\n  pp_group_size: ${size}\n`)).toEqual(expected);
  });

  test('of a worker that it is not made for it says nothing', () => {
    expect(split(`${torchrun('tp', 4)}${pippySection}`)).toEqual(['pippy', 1, 4, 'handler', true]);
    expect(split(`${pair}${pippySection}`)).toEqual(['pippy', 1, 1, 'none', false]);
  });

  test('an empty section is no signal', () => {
    expect(split(`${torchrun('pp', 2)}pippy:\n`)[0]).toBeNull();
  });
});

describe('DeepSpeed', () => {
  const config = `${torchrun('tp', 4)}deepspeed:\n  config: ds-config.json\n`;
  test.each([
    ['the file is at hand', { 'ds-config.json': '{"tensor_parallel": {"tp_size": 2}}' }, 2, false],
    ['the file does not say', { 'ds-config.json': '{}' }, 1, false],
    ['the file is not at hand', {}, 4, true],
    ['the file is not there', { 'ds-config.json': null }, 4, true],
    ['the file is no JSON', { 'ds-config.json': '{' }, 4, true],
    ['the size is absurd', { 'ds-config.json': '{"tensor_parallel": {"tp_size": 0}}' }, 4, true],
  ])('%s', (_, files, shards, isAssumed) => {
    expect(split(config, files)).toEqual(['deepspeed', 1, shards, 'framework', isAssumed]);
  });

  test('without a configuration every rank holds the whole model', () => {
    expect(split(`${torchrun('tp', 4)}deepspeed:\n  checkpoint: a.json\n`)).toEqual([
      'deepspeed',
      1,
      1,
      'framework',
      false,
    ]);
  });
});

describe('custom and none', () => {
  test('a custom worker is divided by its engine, which the file does not name', () => {
    const text = `${pair}parallelType: custom\nparallelLevel: 4\nasyncCommunication: true\n`;
    expect(split(text)).toEqual([null, 1, 4, 'engine', true]);
  });

  test.each([
    ['pp', [null, 4, 1, 'handler', true]],
    ['tp', [null, 1, 4, 'handler', true]],
    ['pptp', [null, 1, 4, 'handler', true]],
  ])('%s without a framework is up to the handler', (type, expected) => {
    expect(split(torchrun(type, 4))).toEqual(expected);
  });

  test('a plain worker has nothing to divide', () => {
    expect(split(pair)).toEqual([null, 1, 1, 'none', false]);
  });
});

test('with two sections the one of the parallel type counts', () => {
  const both = `${pippySection}deepspeed:\n  checkpoint: a\n`;
  expect(split(`${torchrun('pp', 4)}${both}`)[0]).toBe('pippy');
  expect(split(`${torchrun('tp', 4)}${both}`)[0]).toBe('deepspeed');
});

test('each framework has an id of its own', () => {
  const ids = frameworks.map(({ id }) => id);
  expect(ids).not.toContain(null);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('engines in a plain process', () => {
  const engine = (lines: string) => `${pair}handler:\n  vllm_engine_config:\n${lines}`;
  test.each([
    ['vLLM over four GPUs', engine('    tensor_parallel_size: 4\n'), 'vllm tp 4, 4 GPUs'],
    [
      'vLLM with stages',
      engine('    tensor_parallel_size: 2\n    pipeline_parallel_size: 2\n'),
      'vllm tp 2 pp 2, 4 GPUs',
    ],
    ['vLLM with stages alone', engine('    pipeline_parallel_size: 2\n'), 'vllm pp 2, 2 GPUs'],
    ['vLLM on one GPU', engine('    max_num_seqs: 16\n'), '1 GPU'],
    ['a degree that no engine takes', engine('    tensor_parallel_size: 2000000000\n'), '1 GPU'],
    ['a degree in quotes', engine('    tensor_parallel_size: "4"\n'), '1 GPU'],
    ['a negative degree', engine('    tensor_parallel_size: -4\n'), '1 GPU'],
    [
      'several engines',
      engine('    tensor_parallel_size: 2\n').replaceAll(': 1\n', ': 3\n'),
      '3 × vllm tp 2, 2 GPUs',
    ],
    ['on the CPU', `deviceType: cpu\n${engine('    tensor_parallel_size: 4\n')}`, 'cpu'],
    ['Neuron', `${pair}handler:\n  tp_degree: 24\n`, 'neuron tp 24'],
    [
      'a custom worker',
      `parallelType: custom\nparallelLevel: 4\nasyncCommunication: true\n${engine('    tensor_parallel_size: 4\n')}`,
      'custom 4 GPUs',
    ],
    [
      'a level without a type, which the frontend ignores',
      `parallelLevel: 4\n${engine('    tensor_parallel_size: 4\n')}`,
      '4 GPUs (runs vllm tp 4, 4 GPUs)',
    ],
  ])('%s', (_, text, label) => {
    expect(topologyOf(text).label).toBe(label);
  });

  test('several processes of Accelerate take the same GPUs', () => {
    const keys =
      'model_name: a, model_path: b, max_length: 1, max_new_tokens: 1, manual_seed: 1, quantization: true';
    const topology = topologyOf(`minWorkers: 2\nmaxWorkers: 2\nhandler: {${keys}}\n`);
    expect([topology.label, topology.effective.gpus]).toEqual(['2 × accelerate, all visible GPUs', 8]);
  });

  test('the handler of the archive gives an engine away too', () => {
    const build = (handler: string | null) =>
      buildTopology(launchText(pair, hostOf(8)), new Map(), handler).framework;
    expect(['vllm_handler', 'trt_llm_handler', 'handler.py', null].map(build)).toEqual([
      'vllm',
      'trt-llm',
      null,
      null,
    ]);
  });
});
