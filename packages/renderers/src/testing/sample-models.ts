import type { ReportModel } from '@topodiff/report';
import {
  message,
  pythonWorker,
  range,
  sampleChange,
  sampleFinding,
  sampleModel,
  sampleSetting,
  sampleSide,
  torchrunWorker,
} from './sample-parts.ts';

const settingsOfTp4 = [
  sampleSetting({ key: 'minWorkers', declared: '1', effective: 1, origin: 'declared' }),
  sampleSetting({ key: 'maxWorkers', declared: '1', effective: 1, origin: 'declared' }),
  sampleSetting({ key: 'batchSize', effective: 1 }),
  sampleSetting({ key: 'maxBatchDelay', effective: 100 }),
  sampleSetting({ key: 'responseTimeout', declared: '600', effective: 600, origin: 'declared' }),
  sampleSetting({ key: 'startupTimeout', effective: 120 }),
  sampleSetting({ key: 'deviceType', effective: 'gpu', isAssumed: true }),
  sampleSetting({ key: 'parallelType', declared: 'tp', effective: 'tp', origin: 'declared' }),
  sampleSetting({ key: 'torchrun.nproc-per-node', declared: '4', effective: 4, origin: 'declared' }),
  sampleSetting({ key: 'torchrun.OMP_NUMBER_THREADS', effective: 1 }),
];

/** tp on 4 GPUs becomes pptp on 8. */
export const largerModel: ReportModel = sampleModel({
  path: 'serving/llama-70b/model-config.yaml',
  label: 'tp 4 GPUs → pptp 8 GPUs',
  base: sampleSide('tp 4 GPUs', 'tp', { declared: 4, effective: 4 }, { settings: settingsOfTp4 }),
  head: sampleSide('pptp 8 GPUs', 'pptp', { declared: 8, effective: 8 }, { settings: settingsOfTp4 }),
  findings: [
    sampleFinding({
      ruleId: 'startup-timeout-missing',
      severity: 'warning',
      messageParts: message`A large model without ${'startupTimeout'} has ${120} seconds to load; then TorchServe kills it and starts again.`,
      suggestionParts: message`Set ${'startupTimeout'} to the seconds that loading really takes, at least ${600}.`,
      range: range(1, 1, 16),
      isExactRange: false,
      isInBase: true,
    }),
  ],
  changes: [
    sampleChange({
      id: 'parallel-type-changed',
      impact: 'breaking',
      layer: 'process',
      reason: 'The handler must split the model into stages and shards itself; TorchServe does not.',
      messageParts: message`${'parallelType'} changed from ${'tp'} to ${'pptp'}.`,
      base: { configPath: 'parallelType', range: range(3, 15, 17), isExactRange: true },
      head: { configPath: 'parallelType', range: range(3, 15, 19), isExactRange: true },
    }),
    sampleChange({
      id: 'gpus-per-worker-increased',
      impact: 'dangerous',
      layer: 'process',
      area: 'launcher',
      action: 'increased',
      reason: 'A host with fewer than 8 GPUs cannot start the worker.',
      messageParts: message`${'torchrun.nproc-per-node'} went from ${4} to ${8}: each worker takes ${8} GPUs.`,
      base: { configPath: 'torchrun.nproc-per-node', range: range(5, 19, 20), isExactRange: true },
      head: { configPath: 'torchrun.nproc-per-node', range: range(5, 19, 20), isExactRange: true },
    }),
    sampleChange({
      id: 'handler-key-changed',
      impact: 'non-breaking',
      layer: 'handler',
      area: 'handler',
      messageParts: message`${'handler.max_new_tokens'} changed from ${50} to ${80}.`,
      base: { configPath: 'handler.max_new_tokens', range: range(8, 19, 21), isExactRange: true },
      head: { configPath: 'handler.max_new_tokens', range: range(8, 19, 21), isExactRange: true },
    }),
  ],
  textHunks: [
    {
      baseStart: 1,
      baseLines: 8,
      headStart: 1,
      headLines: 8,
      lines: [
        ' minWorkers: 1',
        ' maxWorkers: 1',
        '-parallelType: tp',
        '+parallelType: pptp',
        ' torchrun:',
        '-  nproc-per-node: 4',
        '+  nproc-per-node: 8',
        ' responseTimeout: 600',
        ' handler:',
        '-  max_new_tokens: 50',
        '+  max_new_tokens: 80',
      ],
    },
  ],
});

/** tp on 4 GPUs becomes tp with a quoted 8, which TorchServe ignores. */
export const quotedModel: ReportModel = sampleModel({
  path: 'serving/mixtral/model-config.yaml',
  label: 'tp 4 GPUs → tp 8 GPUs (runs 1 GPU)',
  base: sampleSide('tp 4 GPUs', 'tp', { declared: 4, effective: 4 }),
  head: sampleSide(
    'tp 8 GPUs (runs 1 GPU)',
    'tp',
    { declared: 8, effective: 1 },
    {
      settings: [
        ...settingsOfTp4.filter(
          (setting) => setting.key !== 'torchrun.nproc-per-node' && setting.key !== 'maxWorkers',
        ),
        sampleSetting({
          key: 'torchrun.nproc-per-node',
          declared: '"8"',
          effective: 1,
          origin: 'ignored',
          cause: 'wrong-type',
          range: range(9, 21, 24),
        }),
        sampleSetting({
          key: 'maxWorkers',
          declared: '4',
          effective: 2,
          origin: 'clamped',
          cause: 'capacity',
          isAssumed: true,
        }),
      ],
      topology: {
        assumptions: ['gpus-unknown', 'capacity-not-checked'],
      },
    },
  ),
  findings: [
    sampleFinding({
      ruleId: 'nproc-per-node-invalid',
      severity: 'error',
      messageParts: message`nproc-per-node is ${'"8"'}, a string: TorchServe ignores it and starts ${1} process on ${1} GPU.`,
      suggestionParts: message`Write ${8} without quotes.`,
      configPath: 'torchrun.nproc-per-node',
      range: range(9, 21, 24),
    }),
    sampleFinding({
      ruleId: 'max-workers-unreachable',
      severity: 'warning',
      messageParts: message`${'maxWorkers'} ${4} is above ${'minWorkers'} ${1}, but TorchServe never starts more than ${1}.`,
      configPath: 'maxWorkers',
      range: range(2, 13, 14),
    }),
    sampleFinding({
      ruleId: 'omp-threads-default',
      severity: 'info',
      messageParts: message`Each process runs with ${1} OpenMP thread, whatever the host sets.`,
      suggestionParts: message`Set ${'torchrun.OMP_NUMBER_THREADS'}.`,
      configPath: 'torchrun',
      range: range(8, 1, 9),
      isExactRange: false,
    }),
  ],
  resolvedFindings: [
    sampleFinding({
      ruleId: 'yaml-octal-integer',
      severity: 'warning',
      messageParts: message`${'010'} is read as ${8}.`,
      range: range(4, 12, 15),
    }),
  ],
  changes: [
    sampleChange({
      id: 'setting-became-ineffective',
      impact: 'breaking',
      layer: 'process',
      area: 'launcher',
      reason: 'The model was sharded over 4 GPUs; now all of it must fit into one.',
      messageParts: message`${'torchrun.nproc-per-node'} went from ${4} to ${1}, although the file says ${'"8"'}.`,
      base: { configPath: 'torchrun.nproc-per-node', range: range(9, 21, 22), isExactRange: true },
      head: { configPath: 'torchrun.nproc-per-node', range: range(9, 21, 24), isExactRange: true },
    }),
  ],
  textHunks: [
    {
      baseStart: 8,
      baseLines: 2,
      headStart: 8,
      headLines: 2,
      lines: [' torchrun:', '-    nproc-per-node: 4', '+    nproc-per-node: "8"'],
    },
  ],
});

/** A change that nobody has to worry about. */
export const cleanModel: ReportModel = sampleModel({
  path: 'serving/whisper/model-config.yaml',
  label: '1 GPU',
  base: sampleSide('1 GPU', null, { declared: 1, effective: 1 }),
  head: sampleSide('1 GPU', null, { declared: 1, effective: 1 }),
  changes: [
    sampleChange({
      id: 'batch-size-increased',
      impact: 'non-breaking',
      layer: 'frontend',
      area: 'batching',
      action: 'increased',
      messageParts: message`${'batchSize'} went from ${4} to ${8}.`,
      base: { configPath: 'batchSize', range: range(3, 12, 13), isExactRange: true },
      head: { configPath: 'batchSize', range: range(3, 12, 13), isExactRange: true },
    }),
  ],
});

/** A model whose file is gone at head. */
export const removedModel: ReportModel = sampleModel({
  path: 'serving/bert/model-config.yaml',
  label: '2 × 1 GPU → ∅',
  status: 'removed',
  base: sampleSide('2 × 1 GPU', null, { declared: 2, effective: 2 }),
  changes: [
    sampleChange({
      id: 'model-removed',
      impact: 'breaking',
      layer: 'frontend',
      area: 'file',
      action: 'removed',
      reason: 'Requests to the model fail once the file and its archive are gone.',
      messageParts: message`The model-config was removed; it used ${2} GPUs.`,
      base: { configPath: '', range: range(1, 1, 14, 6), isExactRange: true },
    }),
  ],
});

/** A model that is new at head, with an engine's own parallelism. */
export const addedModel: ReportModel = sampleModel({
  path: 'serving/gemma/model_config.yml',
  label: '∅ → vllm tp 4, 4 GPUs',
  status: 'added',
  head: sampleSide('vllm tp 4, 4 GPUs', 'vllm', { declared: 4, effective: 4 }),
  changes: [
    sampleChange({
      id: 'model-added',
      impact: 'non-breaking',
      layer: 'frontend',
      area: 'file',
      action: 'added',
      messageParts: message`The model-config was added; it uses ${4} GPUs.`,
      head: { configPath: '', range: range(1, 1, 20, 9), isExactRange: true },
    }),
  ],
});

/** A model on CPU that only moves. */
export const renamedModel: ReportModel = sampleModel({
  path: 'serving/t5-large/model-config.yaml',
  previousPath: 'serving/t5/model-config.yaml',
  label: 'cpu',
  status: 'renamed',
  base: sampleSide('cpu', null, { declared: 0, effective: 0 }),
  head: sampleSide('cpu', null, { declared: 0, effective: 0 }),
});

/** A file that gets a comment, which changes nothing that TorchServe does. */
export const unchangedModel: ReportModel = sampleModel({
  path: 'serving/opt/model-config.yaml',
  label: 'pp 4 GPUs',
  status: 'modified',
  base: sampleSide('pp 4 GPUs', 'pp', { declared: 4, effective: 4 }),
  head: sampleSide('pp 4 GPUs', 'pp', { declared: 4, effective: 4 }),
  textHunks: [{ baseStart: 1, baseLines: 0, headStart: 1, headLines: 1, lines: ['+# OPT, four stages'] }],
});

/** A file that the frontend cannot read: TorchServe goes on without it. */
export const brokenModel: ReportModel = sampleModel({
  path: 'broken.yaml',
  label: '1 GPU',
  status: 'unchanged',
  head: sampleSide('1 GPU', null, { declared: 0, effective: 1 }, { outcome: 'no-config' }),
  findings: [
    sampleFinding({
      ruleId: 'yaml-tab-indentation',
      severity: 'error',
      messageParts: message`A tab indents this line, and YAML forbids that: TorchServe ignores the whole file.`,
      suggestionParts: message`Indent with spaces.`,
      range: range(3, 1, 2),
    }),
  ],
});

/** Two models of two workers each that share a host. */
export const twoWorkers: ReportModel = sampleModel({
  path: 'llama.yaml',
  label: '2 × tp 4 GPUs',
  status: 'unchanged',
  head: sampleSide(
    '2 × tp 4 GPUs',
    'tp',
    { declared: 8, effective: 8 },
    {
      settings: settingsOfTp4,
      launch: {
        minWorkers: 2,
        maxWorkers: 2,
        parallelLevel: 4,
        workers: [torchrunWorker('9000', [0, 1, 2, 3], 4), torchrunWorker('9004', [4, 5, 6, 7], 4)],
      },
    },
  ),
});

/** Two plain GPU workers, from a check: one side only. */
export const plainWorkers: ReportModel = sampleModel({
  path: 'whisper.yaml',
  label: '2 × 1 GPU',
  status: 'unchanged',
  head: sampleSide(
    '2 × 1 GPU',
    null,
    { declared: 2, effective: 2 },
    { launch: { minWorkers: 2, maxWorkers: 2, workers: [pythonWorker('9008', 1), pythonWorker('9009', 2)] } },
  ),
});

/** A model whose workers never serve. */
export const neverServing: ReportModel = sampleModel({
  path: 'custom.yaml',
  label: 'will not start',
  status: 'unchanged',
  head: sampleSide(
    'will not start',
    'custom',
    { declared: 16, effective: 0 },
    {
      topology: { willStart: false },
      launch: {
        workers: [],
        blockers: [{ kind: 'not-enough-devices', message: 'Each worker needs 16 GPUs, and the host has 8.' }],
      },
    },
  ),
  findings: [
    sampleFinding({
      ruleId: 'not-enough-gpus',
      severity: 'error',
      messageParts: message`parallelLevel ${16} needs more than the ${8} GPUs of the host.`,
      range: range(2, 16, 18),
    }),
  ],
});
