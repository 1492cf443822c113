import { readFileSync } from 'node:fs';
import { parseAnnotatedYaml } from '@topodiff/testkit';
import { rules } from './registry.ts';
import type { RuleCases } from './testing/define-cases.ts';

interface Recording {
  readonly yaml: string;
  readonly gpus?: number;
}

const recordings = readRecordings();

/** Texts of the recorded rows by id; rows are recorded as JSON of a known shape. */
function readRecordings(): ReadonlyMap<string, Recording> {
  const read = (name: string): string =>
    readFileSync(new URL(`../../testkit/fixtures/conformance/${name}`, import.meta.url), 'utf8');
  const parsed = read('model-config-parse.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { name: string; yaml: string });
  const golden = (JSON.parse(read('parse-golden.json')) as { cases: { name: string; yaml: string }[] }).cases;
  const launches = JSON.parse(read('launches-golden.json')) as {
    id: string;
    gpusDetected: number;
    models: { modelConfig: string }[];
  }[];
  return new Map<string, Recording>([
    ...[...parsed, ...golden].map(({ name, yaml }) => [name, { yaml }] as const),
    ...launches.map(
      ({ id, gpusDetected, models }) =>
        [id, { yaml: models[0]?.modelConfig ?? '', gpus: gpusDetected }] as const,
    ),
  ]);
}

/** A last line may end or not; a case's text always ends its lines with LF. */
function normalise(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n?$/, '\n');
}

describe('cases named after a recorded row', () => {
  test.each(rules)('are that row: $id', async ({ id }) => {
    const { cases } = (await import(`./rules/${id}/cases.ts`)) as { cases: RuleCases }; // the folder of a rule holds its cases
    for (const { name, source, host } of [...cases.valid, ...cases.invalid]) {
      const row = /^([\w-]+): /.exec(name)?.[1];
      if (row === undefined) continue;
      const recording = recordings.get(row);
      expect({ name, text: normalise(parseAnnotatedYaml(source).text) }).toEqual({
        name,
        text: recording === undefined ? 'no such row' : normalise(recording.yaml),
      });
      if (host?.gpus !== undefined)
        expect({ name, gpus: host.gpus }).toEqual({ name, gpus: recording?.gpus });
    }
  });
});
