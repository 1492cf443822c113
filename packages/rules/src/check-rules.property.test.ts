import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseConfigProperties, parseModelConfig, torchserveVersions } from '@topodiff/schema';
import { buildTopology, planLaunch, resolveEffectiveConfig, type HostProfile } from '@topodiff/topology';
import { checkRules, ruleCrashedId } from './check-rules.ts';
import { applyTextEdits } from './fix/text-edit.ts';
import type { Finding } from './finding.ts';
import { rules } from './registry.ts';
import type { ArchiveContext } from './rule.ts';

const recorded = readFileSync(
  new URL('../../testkit/fixtures/conformance/model-config-parse.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { yaml: string }).yaml);

const sections = [
  'handler:\n  vllm_engine_config:\n    tensor_parallel_size: 4\n',
  'deepspeed:\n  config: ds.json\nhandler:\n  model_path: m\n',
  'pippy:\n  pp_group_size: 2\nparallelType: pptp\n',
  'pt2: {backend: x}\nmicro_batching:\n  parallelism:\n    predict: 0\n',
  'handler:\n  tp_degree: 2\n  batch_size: 1\n',
];

/** A recorded text with a line more, less or twice, or a character changed. */
const mutatedText = fc
  .tuple(
    fc.constantFrom(...recorded, ...sections),
    fc.constantFrom('', ...sections),
    fc.array(
      fc.tuple(
        fc.constantFrom('drop', 'double', 'char'),
        fc.nat(400),
        fc.constantFrom('\t', '"', ':', '-', '{', '&a ', '*a', '#', '\r', '\ufeff', '0', ' '),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([text, more, mutations]) => mutations.reduce(mutate, text + more));

function mutate(text: string, [kind, at, inserted]: readonly [string, number, string]): string {
  if (kind === 'char') {
    const offset = at % (text.length + 1);
    return text.slice(0, offset) + inserted + text.slice(offset);
  }
  const lines = text.split('\n');
  const index = at % lines.length;
  const line = lines[index] ?? '';
  lines.splice(index, 1, ...(kind === 'drop' ? [] : [line, line]));
  return lines.join('\n');
}

const host: fc.Arbitrary<HostProfile> = fc.record({
  gpus: fc.constantFrom<HostProfile['gpus'][]>('unknown', 0, 1, 3, 8),
  cpuCores: fc.constantFrom<HostProfile['cpuCores'][]>('unknown', 4),
  entry: fc.constantFrom<HostProfile['entry'][]>('startup', 'register-api', 'snapshot'),
  torchserveVersion: fc.constantFrom(...torchserveVersions),
  configProperties: fc.constantFrom(
    parseConfigProperties(''),
    parseConfigProperties('number_of_gpu=2\ndefault_response_timeout=55\njob_queue_size=3'),
    parseConfigProperties(
      'models={"model":{"1.0":{"minWorkers":2,"maxWorkers":2,"batchSize":4,"deviceType":"cpu"}}}',
    ),
  ),
});

const archive: ArchiveContext = {
  manifest: {
    modelName: 'model',
    configFile: 'x.yaml',
    handler: 'vllm_handler',
    runtime: 'python3',
    serializedFile: 'm.so',
  },
  fileNames: ['x.yaml'],
  foundConfigFile: null,
};

function check(text: string, profile: HostProfile): readonly Finding[] {
  const document = parseModelConfig(text);
  const effective = resolveEffectiveConfig(document, profile, 'model');
  const other = resolveEffectiveConfig(
    parseModelConfig('parallelType: tp\ntorchrun: {nproc-per-node: 2}\n'),
    profile,
  );
  const deployment = planLaunch(
    [
      { name: 'model', effective },
      { name: 'other', effective: other },
    ],
    profile,
  );
  const launch = deployment.models[0];
  if (launch === undefined) throw new Error('A plan for two models holds two');
  return checkRules(
    {
      document,
      effective,
      host: profile,
      launch,
      topology: buildTopology(launch),
      relatedFiles: new Map([['ds.json', '{"tensor_parallel": {"tp_size": 3}}']]),
      archive,
      deployment,
    },
    rules.map((rule) => ({ rule, severity: rule.severity })),
  );
}

test('no rule fails on any text, host, version and archive', () => {
  fc.assert(
    fc.property(mutatedText, host, (text, profile) => {
      expect(check(text, profile).filter(({ ruleId }) => ruleId === ruleCrashedId)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('a fix applies cleanly, and costs no reader the file', () => {
  fc.assert(
    fc.property(mutatedText, host, (text, profile) => {
      for (const { fix = [], ruleId } of check(text, profile)) {
        if (fix.length === 0) continue;
        expect({ ruleId, ...readers(applyTextEdits(text, fix)) }).toMatchObject({
          ruleId,
          ...whatWasRead(text),
        });
      }
    }),
    { numRuns: 1500 },
  );
});

function readers(text: string) {
  const { frontend, handler } = parseModelConfig(text);
  return { frontend: frontend.outcome === 'loaded', handler: handler.outcome === 'loaded' };
}

/** Only what was read has to stay so. */
function whatWasRead(text: string) {
  return Object.fromEntries(Object.entries(readers(text)).filter(([, isRead]) => isRead));
}
