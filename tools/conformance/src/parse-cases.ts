import { isDeepStrictEqual } from 'node:util';
import {
  decodeUtf8,
  fields,
  isAtLeast,
  parseModelConfig,
  readModelConfig,
  torchserveVersions,
} from '@topodiff/schema';
import type { ModelConfigReading, TorchserveVersion } from '@topodiff/schema';
import type { CaseResult } from './case-result.ts';
import { goldenAsLines } from './golden-parses.ts';

/** What the real TorchServe made of one file. */
export interface RecordedParse {
  readonly outcome: 'loaded' | 'ignored' | 'fatal';
  /** The frontend's ModelConfig object; only when `outcome` is `loaded`. */
  readonly modelConfig?: Readonly<Record<string, unknown>>;
  /** Java's exception; printed, not compared. */
  readonly thrown?: string;
  /** `ok`, or the error of PyYAML's safe_load, whose name is printed, not compared. */
  readonly python?: string;
}

/** One row of a file of recorded cases: one observation, or one for each version. */
type RecordedRow = { readonly name: string } & (
  | { readonly yaml: string }
  | { readonly yamlHex: string } // the bytes, for a file that is no UTF-8
) &
  (RecordedParse | { readonly versions: Readonly<Record<string, RecordedParse>> });

/** Rows that name no version were recorded on both; they gave the same. */
const versionsOfPlainRows: readonly TorchserveVersion[] = ['0.12.0', 'master'];

/**
 * Compares each recorded parse in `text` (JSON Lines, in the formats of model-config-parse.jsonl and
 * model-config-parse-versions.jsonl, or the object of parse-golden.json) with what topodiff makes of the same file.
 * With `version` only the rows of that version are taken.
 *
 * @throws Error when a line or case is no recorded parse.
 */
export function compareParseCases(text: string, version?: TorchserveVersion): readonly CaseResult[] {
  return goldenAsLines(text)
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      return compareParseRow(parseRow(line, index + 1), version);
    });
}

function compareParseRow(row: RecordedRow, version: TorchserveVersion | undefined): readonly CaseResult[] {
  const { text, hasInvalidUtf8 } = 'yaml' in row ? decodedAsIs(row.yaml) : decodeUtf8(bytesOf(row.yamlHex));
  const document = parseModelConfig(text, { hasInvalidUtf8 });
  const compare = (theirs: RecordedParse, rowVersion: TorchserveVersion): CaseResult['mismatches'] =>
    compareParseCase(
      theirs,
      readModelConfig(document, rowVersion),
      rowVersion,
      describeHandler(document.handler),
    );
  if (!('versions' in row)) {
    if (version !== undefined && !versionsOfPlainRows.includes(version)) return [];
    return [{ caseName: row.name, mismatches: compare(row, version ?? '0.12.0') }];
  }
  return Object.entries(row.versions).flatMap(([name, theirs]) => {
    const rowVersion = torchserveVersions.find((candidate) => candidate === name);
    if (rowVersion === undefined)
      throw new Error(`${row.name} was recorded on ${name}, which is no known version`);
    if (version !== undefined && version !== rowVersion) return [];
    return [{ caseName: `${row.name} ${name}`, mismatches: compare(theirs, rowVersion) }];
  });
}

/**
 * Compares one observation with ours, field by field: the outcome, every field that this version's ModelConfig has,
 * and whether PyYAML takes the file. `handler` is `ok` or why not.
 */
export function compareParseCase(
  theirs: RecordedParse,
  ours: ModelConfigReading,
  version: TorchserveVersion,
  handler: string,
): CaseResult['mismatches'] {
  const mismatches: { field: string; theirs: unknown; ours: unknown }[] = [];
  if (theirs.outcome !== ours.outcome) {
    mismatches.push({
      field: 'outcome',
      theirs: withReason(theirs.outcome, theirs.thrown),
      ours: withReason(ours.outcome, ours.fatal?.thrown),
    });
  }
  if (theirs.python !== undefined && (theirs.python === 'ok') !== (handler === 'ok')) {
    mismatches.push({ field: 'python', theirs: theirs.python, ours: handler });
  }
  if (theirs.outcome !== 'loaded' || ours.outcome !== 'loaded') return mismatches;
  const [theirConfig, ourConfig] = [theirs.modelConfig ?? {}, fieldsOfVersion(ours, version)];
  for (const name of new Set([...Object.keys(theirConfig), ...Object.keys(ourConfig)])) {
    if (isDeepStrictEqual(theirConfig[name], ourConfig[name])) continue;
    mismatches.push({ field: `modelConfig.${name}`, theirs: theirConfig[name], ours: ourConfig[name] });
  }
  return mismatches;
}

function withReason(outcome: string, reason: string | undefined): string {
  return reason === undefined ? outcome : `${outcome} (${reason})`;
}

/** The fields that ModelConfig had in a version: those of its keys, and parallelLevel, which torchrun always set. */
function fieldsOfVersion(
  { fields: ours }: ModelConfigReading,
  version: TorchserveVersion,
): Record<string, unknown> {
  const known = fields.filter(
    ({ section, property, since }) =>
      section === 'top-level' && (property === 'parallelLevel' || isAtLeast(version, since)),
  );
  const content: Readonly<Record<string, unknown>> = { ...ours };
  return Object.fromEntries(known.map(({ property }) => [property, content[property]]));
}

function describeHandler(handler: ReturnType<typeof parseModelConfig>['handler']): string {
  return handler.outcome === 'loaded' ? 'ok' : `${handler.problem.code}: ${handler.problem.message}`;
}

/** A lone surrogate in a recorded text stands for bytes that are no UTF-8. */
function decodedAsIs(yaml: string): { readonly text: string; readonly hasInvalidUtf8: boolean } {
  const text = yaml.replace(/\p{Surrogate}/gu, '\ufffd');
  return { text, hasInvalidUtf8: text !== yaml };
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function parseRow(line: string, lineNumber: number): RecordedRow {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (error) {
    throw new Error(`line ${lineNumber} is not JSON`, { cause: error });
  }
  if (isRecordedRow(row)) return row;
  throw new Error(`line ${lineNumber} is no recorded parse: it needs name, yaml and outcome or versions`);
}

function isRecordedRow(row: unknown): row is RecordedRow {
  if (typeof row !== 'object' || row === null) return false;
  const members = new Map(Object.entries(row));
  const hasText = typeof members.get('yaml') === 'string' || typeof members.get('yamlHex') === 'string';
  const hasOutcome =
    typeof members.get('outcome') === 'string' || typeof members.get('versions') === 'object';
  return typeof members.get('name') === 'string' && hasText && hasOutcome;
}
