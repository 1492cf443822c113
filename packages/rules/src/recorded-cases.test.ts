import { readFileSync } from 'node:fs';
import { parseAnnotatedYaml } from '@topodiff/testkit';
import type { Rule } from './rule.ts';
import { rules } from './registry.ts';
import type { RuleCase, RuleCases } from './testing/define-cases.ts';

/** What a case that names a recorded row must equal; a row of a parse has no host. */
interface Recording {
  readonly yaml: string;
  readonly beside?: readonly string[];
  readonly gpus?: number;
  readonly properties?: readonly string[];
}

interface LaunchRow {
  readonly id: string | number;
  readonly gpusDetected: number;
  readonly configProperties: readonly string[];
  readonly models: readonly { readonly modelConfig: string | null }[];
}

const recordings = readRecordings();

/** The recorded rows by id (`tp-4`, `random-12`, `d00002`, `a13_dup`); they are JSON of a known shape. */
function readRecordings(): ReadonlyMap<string, Recording> {
  const read = (name: string): string =>
    readFileSync(new URL(`../../testkit/fixtures/conformance/${name}`, import.meta.url), 'utf8');
  const parsed = read('model-config-parse.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { name: string; yaml: string });
  const golden = (JSON.parse(read('parse-golden.json')) as { cases: { name: string; yaml: string }[] }).cases;
  const launches = JSON.parse(read('launches-golden.json')) as LaunchRow[];
  const random = JSON.parse(read('launches-random.json')) as LaunchRow[];
  return new Map<string, Recording>([
    ...[...parsed, ...golden].map(({ name, yaml }) => [name, { yaml }] as const),
    ...launches.map((row) => [String(row.id), launchOf(row)] as const),
    ...random.map((row) => [`random-${row.id}`, launchOf(row)] as const),
  ]);
}

function launchOf({ gpusDetected, configProperties, models }: LaunchRow): Recording {
  const [first = '', ...beside] = models.map(({ modelConfig }) => modelConfig ?? '');
  return { yaml: first, beside, gpus: gpusDetected, properties: configProperties };
}

/** A last line may end or not; a case's text always ends its lines with LF. */
function normalise(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n?$/, '\n');
}

function recordedId({ name }: RuleCase): string | undefined {
  return /^([\w-]+): /.exec(name)?.[1];
}

async function casesOf({ id }: Rule): Promise<readonly RuleCase[]> {
  const { cases } = (await import(`./rules/${id}/cases.ts`)) as { cases: RuleCases }; // the folder of a rule holds its cases
  return [...cases.valid, ...cases.invalid];
}

/** What the row records of the things that the case says; the host's GPUs only where the case names them. */
function recordedPart({ host, beside }: RuleCase, recording: Recording | undefined): unknown {
  if (recording === undefined) return 'no such row';
  const { yaml, gpus, properties } = recording;
  return {
    text: normalise(yaml),
    ...(host?.gpus === undefined || gpus === undefined ? {} : { gpus }),
    ...(host?.configProperties === undefined || properties === undefined ? {} : { properties }),
    ...(beside === undefined ? {} : { beside: (recording.beside ?? []).map(normalise) }),
  };
}

function casePart({ source, host, beside }: RuleCase, recording: Recording | undefined): unknown {
  const entries = [...(host?.configProperties?.entries.values() ?? [])];
  return {
    text: normalise(parseAnnotatedYaml(source).text),
    ...(host?.gpus === undefined || recording?.gpus === undefined ? {} : { gpus: host.gpus }),
    ...(host?.configProperties === undefined || recording?.properties === undefined
      ? {}
      : { properties: entries.map(({ key, value }) => `${key}=${value}`) }),
    ...(beside === undefined ? {} : { beside: Object.values(beside).map(normalise) }),
  };
}

describe('a rule about what was observed', () => {
  const observed = rules.filter(({ evidence }) =>
    evidence.some((kind) => kind === 'observed' || kind === 'parser-observed'),
  );

  test.each(observed)('has a case from a recorded row: $id', async (rule) => {
    const rows = (await casesOf(rule)).map(recordedId).filter((row) => row !== undefined);
    expect(rows.filter((row) => recordings.has(row))).not.toEqual([]);
  });
});

describe('cases named after a recorded row', () => {
  test.each(rules)('are that row: $id', async (rule) => {
    for (const ruleCase of await casesOf(rule)) {
      const row = recordedId(ruleCase);
      if (row === undefined) continue;
      const recording = recordings.get(row);
      expect({ name: ruleCase.name, is: casePart(ruleCase, recording) }).toEqual({
        name: ruleCase.name,
        is: recordedPart(ruleCase, recording),
      });
    }
  });
});
