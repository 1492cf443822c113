import type { ConfigPath } from '../document/config-path.ts';
import type { ConfigValue, MapEntry, MapValue } from '../document/config-value.ts';
import type { ModelConfigDocument, Reading } from '../document/model-config-document.ts';
import { keySegment } from '../document/range-finder.ts';
import type { SourceRange } from '../document/source-range.ts';
import { isAtLeast, type TorchserveVersion } from '../torchserve-version.ts';
import { fieldOf, fields, retiredFieldsOf, type Field } from './fields.ts';
import type { ModelConfigFields, TorchRunFields } from './model-config-fields.ts';
import { readField, type FieldCause, type FieldContent, type FieldOrigin } from './read-field.ts';

/** One key of the file that the frontend knows, and what became of its value. */
export interface DeclaredField {
  /** Dotted: `minWorkers`, `torchrun.nproc-per-node`. */
  readonly name: string;
  readonly path: ConfigPath;
  /** As the frontend's reader typed it. */
  readonly declared: ConfigValue;
  readonly keyRange: SourceRange;
  readonly origin: FieldOrigin;
  readonly cause?: FieldCause;
}

/** A key that the frontend does not read: a handler's section, or a mistake. */
export interface UnknownKey {
  readonly path: ConfigPath;
  readonly range: SourceRange;
}

/** Why reading the file throws an exception that nothing catches: at startup it stops the whole server. */
export interface FatalReading {
  readonly kind: 'empty' | 'root-not-map' | 'non-string-key' | 'parser-crash';
  /** The simple name of the Java exception. */
  readonly thrown: string;
  /** The node at fault; the root for an empty file. */
  readonly path: ConfigPath;
  /** The key at fault, or the value when there is no key. */
  readonly range: SourceRange;
}

/**
 * What the frontend makes of a file. `ignored`: its parser refuses the file, and the frontend goes on without
 * configuration. `fields` are the defaults unless the outcome is `loaded`.
 */
export interface ModelConfigReading {
  readonly outcome: 'loaded' | 'ignored' | 'fatal';
  readonly fatal?: FatalReading;
  readonly fields: ModelConfigFields;
  /** In the order in which the frontend takes them, each section's keys after its own. */
  readonly declared: ReadonlyMap<string, DeclaredField>;
  /** The key that wrote `parallelLevel` last, or null for its default. */
  readonly parallelLevelFrom: 'parallelLevel' | 'torchrun' | null;
  readonly unknownKeys: readonly UnknownKey[];
  readonly unknownTorchrunKeys: readonly UnknownKey[];
}

/**
 * Reads a document as TorchServe's frontend does (archive/model/ModelConfig.java, build): key after key in the order
 * of the parsed map, into the fields of its ModelConfig object. The document is what SnakeYAML 2.1 makes of the text;
 * 0.8.0 and 0.8.1 came with 1.31, which has no limit of size and makes Java objects of tags: that is not imitated.
 */
export function readModelConfig(
  document: ModelConfigDocument,
  version: TorchserveVersion,
): ModelConfigReading {
  const { frontend } = document;
  const fatal = fatalOf(frontend, document);
  if (fatal !== null) return { ...nothingRead(version), outcome: 'fatal', fatal };
  if (frontend.outcome === 'unreadable') return nothingRead(version);
  if (frontend.root?.kind !== 'map') throw new Error('A root that is no map was not found fatal');
  return readMap(frontend.root, version);
}

function nothingRead(version: TorchserveVersion): ModelConfigReading {
  return {
    outcome: 'ignored',
    fields: defaultFields(version),
    declared: new Map(),
    parallelLevelFrom: null,
    unknownKeys: [],
    unknownTorchrunKeys: [],
  };
}

function fatalOf(frontend: Reading, document: ModelConfigDocument): FatalReading | null {
  if (frontend.outcome === 'unreadable') {
    if (frontend.crash === undefined) return null;
    return { kind: 'parser-crash', thrown: frontend.crash, path: [], range: frontend.problem.range };
  }
  const { root } = frontend;
  if (root === null) {
    return {
      kind: 'empty',
      thrown: 'NullPointerException',
      path: [],
      range: document.rangeOf([], 'value').range,
    };
  }
  if (root.kind !== 'map') {
    return { kind: 'root-not-map', thrown: 'ClassCastException', path: [], range: root.range };
  }
  for (const entry of root.entries) {
    const fault = nonStringKey(entry, []);
    if (fault !== null) return fault;
    if (entry.value.kind !== 'map' || keySegment(entry.key) !== 'torchrun') continue;
    for (const inner of entry.value.entries) {
      const innerFault = nonStringKey(inner, ['torchrun']);
      if (innerFault !== null) return innerFault;
    }
  }
  return null;
}

function nonStringKey({ key }: MapEntry, parent: ConfigPath): FatalReading | null {
  if (key.kind === 'string') return null;
  const thrown = key.kind === 'null' ? 'NullPointerException' : 'ClassCastException';
  return { kind: 'non-string-key', thrown, path: [...parent, keySegment(key)], range: key.range };
}

function readMap(root: MapValue, version: TorchserveVersion): ModelConfigReading {
  const content: Record<string, unknown> = { ...defaultFields(version) };
  const declared = new Map<string, DeclaredField>();
  const unknownKeys: UnknownKey[] = [];
  const unknownTorchrunKeys: UnknownKey[] = [];
  let parallelLevelFrom: ModelConfigReading['parallelLevelFrom'] = null;

  for (const entry of root.entries) {
    const field = fieldOf('top-level', keySegment(entry.key), version);
    if (field === undefined) {
      unknownKeys.push({ path: [keySegment(entry.key)], range: entry.key.range });
      continue;
    }
    const result = take(field, entry, [], version, declared);
    if (result !== undefined) content[field.property] = result;
    if (field.key === 'parallelLevel' && result !== undefined) parallelLevelFrom = 'parallelLevel';
    if (field.key === 'torchrun' && entry.value.kind === 'map') {
      const torchRun = readTorchrun(entry.value, version, declared, unknownTorchrunKeys);
      content[field.property] = torchRun;
      content['parallelLevel'] = torchRun.nprocPerNode;
      overrideParallelLevel(declared);
      parallelLevelFrom = 'torchrun';
    }
  }
  return {
    outcome: 'loaded',
    fields: content as unknown as ModelConfigFields, // the table's properties and types are those of the interface
    declared,
    parallelLevelFrom,
    unknownKeys,
    unknownTorchrunKeys,
  };
}

function readTorchrun(
  map: MapValue,
  version: TorchserveVersion,
  declared: Map<string, DeclaredField>,
  unknownKeys: UnknownKey[],
): TorchRunFields {
  const content: Record<string, unknown> = { ...defaultTorchRun(version) };
  for (const entry of map.entries) {
    const field = fieldOf('torchrun', keySegment(entry.key), version);
    if (field === undefined) {
      unknownKeys.push({ path: ['torchrun', keySegment(entry.key)], range: entry.key.range });
      continue;
    }
    const result = take(field, entry, ['torchrun'], version, declared);
    if (result !== undefined) content[field.property] = result;
  }
  return content as unknown as TorchRunFields; // the table's properties and types are those of the interface
}

/** Notes what becomes of one key, and gives the field's new content; undefined leaves it as it is. */
function take(
  field: Field,
  entry: MapEntry,
  parent: ConfigPath,
  version: TorchserveVersion,
  declared: Map<string, DeclaredField>,
): FieldContent | undefined {
  const { content, ...outcome } = readField(field, entry.value, version);
  const path = [...parent, field.key];
  const name = path.join('.');
  declared.set(name, { name, path, declared: entry.value, keyRange: entry.key.range, ...outcome });
  return content;
}

function overrideParallelLevel(declared: Map<string, DeclaredField>): void {
  const level = declared.get('parallelLevel');
  if (level === undefined || level.origin === 'ignored') return;
  declared.set('parallelLevel', { ...level, origin: 'overridden', cause: 'overridden-by-later-key' });
}

/** The ModelConfig object before any key is read; parallelLevel started at 1 until 0.8.2. */
export function defaultFields(version: TorchserveVersion): ModelConfigFields {
  const content = defaultsOf('top-level', version);
  if (!isAtLeast(version, '0.9.0')) content['parallelLevel'] = 1;
  return content as unknown as ModelConfigFields; // the table's properties and types are those of the interface
}

function defaultTorchRun(version: TorchserveVersion): TorchRunFields {
  const content = { rdzvId: null, masterAddr: null, masterPort: 0, ...defaultsOf('torchrun', version) };
  return content as unknown as TorchRunFields; // the table's properties and types are those of the interface
}

function defaultsOf(section: Field['section'], version: TorchserveVersion): Record<string, unknown> {
  return Object.fromEntries(
    [...fields.filter((field) => field.section === section), ...retiredFieldsOf(section, version)].map(
      (field) => [field.property, field.default],
    ),
  );
}
