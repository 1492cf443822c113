import { loadPolicyReader, reviewModelConfigs, type Report, type SourceText } from '@topodiff/report';

const tp = `# Llama 70B, sharded over the GPUs of one host
minWorkers: 1
maxWorkers: 1
responseTimeout: 300
startupTimeout: 1200
deviceType: gpu
parallelType: tp
torchrun:
  nproc-per-node: 4
  OMP_NUMBER_THREADS: 8
handler:
  model_path: model/models--meta-llama--Llama-2-70b
  max_new_tokens: 256
`;

const pptp = tp.replace('parallelType: tp', 'parallelType: pptp').replace('per-node: 4', 'per-node: 8');

const mixtral = `minWorkers: 1
maxWorkers: 1
responseTimeout: 600
startupTimeout: 1800
parallelType: tp
torchrun:
  nproc-per-node: 4
  OMP_NUMBER_THREADS: 8
deepspeed:
  config: ds-config.json
handler:
  model_path: model/mixtral-8x7b
`;

const bert = `minWorkers: 2
maxWorkers: 2
batchSize: 8
maxBatchDelay: 50
responseTimeout: 120
startupTimeout: 120
deviceType: gpu
deviceIds: [0, 1]
`;

const opt = `minWorkers: 1
maxWorkers: 1
responseTimeout: 300
startupTimeout: 900
parallelType: pp
torchrun:
  nproc-per-node: 2
  OMP_NUMBER_THREADS: 4
`;

const policyText = `hosts:
  - name: h100x8
    paths: ['serving/**']
    gpus: 8
    gpu-memory: 80
    price-per-gpu-hour: 2.5
budgets:
  - name: serving
    paths: ['serving/**']
    gpus: 10
approvals:
  require: [topology-change, more-gpus, will-not-start]
  permission: maintain
  owners: [olga, acme/ml-platform]
`;

async function review(heads: Readonly<Record<string, string | null>>, headSha: string): Promise<Report> {
  const readPolicy = await loadPolicyReader();
  const policy = await readPolicy(policyText);
  if (policy.kind !== 'policy') throw new Error('The policy of the example is one');
  const bases: Readonly<Record<string, string>> = {
    'llama-70b': tp,
    'mixtral-8x7b': mixtral,
    'opt-30b': opt,
    bert,
  };
  return reviewModelConfigs({
    toolVersion: '0.1.0',
    today: '2026-11-27',
    failOn: 'error',
    host: { gpus: 8, cpuCores: 64, entry: 'startup', torchserveVersion: '0.12.0' },
    policy: {
      applied: policy.applied,
      path: '.topodiff.yaml',
      revision: { name: 'main', sha: 'aa11bb22cc33dd44ee55ff6600778899aabbccdd' },
    },
    repositoryId: '4711',
    comparison: {
      base: { name: 'main', sha: '41d0c7e9a3b54f6d8c2e1f0a9b8c7d6e5f4a3b2c' },
      head: { name: 'wider', sha: headSha },
      drift: { tip: { name: 'main', sha: 'aa11bb22cc33dd44ee55ff6600778899aabbccdd' }, commits: 3 },
    },
    models: Object.keys({ ...bases, ...heads }).map((name) => ({
      path: `serving/${name}/model-config.yaml`,
      base: sourceOf(bases[name]),
      head: sourceOf(name in heads ? heads[name] : bases[name]),
      isExplicit: false,
    })),
    untouchedModels: [],
    skipped: [{ path: 'k8s/model-config.yaml', reason: 'no key of TorchServe' }],
    notices: [
      {
        code: 'symlink-not-followed',
        severity: 'warning',
        message: 'A symbolic link to ../shared.yaml; its target was not read.',
        path: 'serving/link/model-config.yaml',
      },
    ],
  });
}

function sourceOf(text: string | null | undefined): SourceText | null {
  return text === null || text === undefined ? null : { kind: 'text', text };
}

/** Commits of the two pushes of the example. */
const exampleShas = {
  first: '1111111111111111111111111111111111111111',
  second: '9f2c1ab7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1',
} as const;

/** The first push: one model grows. */
export const firstReport: Report = await review({ 'llama-70b': pptp }, exampleShas.first);

/** The second push: a quoted number, which TorchServe does not take, a removed model, and one that is no YAML. */
export const secondReport: Report = await review(
  {
    'llama-70b': pptp,
    'mixtral-8x7b': mixtral.replace('per-node: 4', 'per-node: "8"'),
    bert: bert.replace('batchSize: 8', 'batchSize: 16'),
    'opt-30b': null,
    gemma: 'parallelType: [tp\n',
  },
  exampleShas.second,
);

/** Fingerprint of the first change of the newest push that needs an approval. */
export function firstFingerprint({ approvals }: Report = secondReport): string {
  const [required] = approvals?.required ?? [];
  if (required === undefined) throw new Error('The example needs an approval');
  return required.fingerprint;
}
