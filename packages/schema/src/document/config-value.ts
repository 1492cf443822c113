import type { SourceRange } from './source-range.ts';

/** TorchServe reads the file twice: the Java frontend with SnakeYAML, every Python worker with PyYAML. */
export type Reader = 'frontend' | 'handler';

interface Node {
  /** Where the node stands; for an alias, the alias itself. */
  readonly range: SourceRange;
  /** The scalar as written, without quotes removed; for collections the source text of the node. */
  readonly source: string;
}

export interface NullValue extends Node {
  readonly kind: 'null';
}

export interface BooleanValue extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface IntegerValue extends Node {
  readonly kind: 'integer';
  /** Any size. */
  readonly value: bigint;
  /**
   * The Java class that holds it in the frontend, where a setting must be an Integer. SnakeYAML goes by the number
   * of digits too: a 1 with eleven zeros before it is a Long. Absent in the handler's reading.
   */
  readonly javaType?: 'Integer' | 'Long' | 'BigInteger';
}

export interface FloatValue extends Node {
  readonly kind: 'float';
  readonly value: number;
}

export interface StringValue extends Node {
  readonly kind: 'string';
  readonly value: string;
  /** Written without quotes and without a block style, so that its type was guessed from its text. */
  readonly isPlain: boolean;
}

/** A date or a time; no setting of TorchServe takes one. */
export interface TimestampValue extends Node {
  readonly kind: 'timestamp';
}

/** `!!binary`; no setting of TorchServe takes one. */
export interface BinaryValue extends Node {
  readonly kind: 'binary';
}

export interface ListValue extends Node {
  readonly kind: 'list';
  readonly items: readonly ConfigValue[];
}

/** `!!set`; neither a list nor a map to the frontend, and no setting of TorchServe takes one. */
export interface SetValue extends Node {
  readonly kind: 'set';
  readonly items: readonly ConfigValue[];
}

/**
 * An alias that is left as it stands, so that a value is always a finite tree of a size that can be walked: it
 * refers to a collection around itself, or the document's aliases would expand to more than 1,000,000 nodes.
 */
export interface AliasValue extends Node {
  readonly kind: 'alias';
  readonly anchor: string;
}

export interface MapEntry {
  readonly key: ConfigValue;
  readonly value: ConfigValue;
  /** Came in through a merge key (`<<`); its ranges are those at the anchor. */
  readonly isMerged: boolean;
}

export interface MapValue extends Node {
  readonly kind: 'map';
  /**
   * In the order in which the reader's own map iterates: duplicates are resolved (the last value wins)
   * and merges are applied. For the frontend a duplicate takes its last position.
   */
  readonly entries: readonly MapEntry[];
}

/** A YAML node as one of the two readers types it. */
export type ConfigValue =
  | NullValue
  | BooleanValue
  | IntegerValue
  | FloatValue
  | StringValue
  | TimestampValue
  | BinaryValue
  | ListValue
  | SetValue
  | MapValue
  | AliasValue;

/** The value under a string key of a map, or undefined. */
export function entryOf(value: ConfigValue | null | undefined, key: string): ConfigValue | undefined {
  if (value?.kind !== 'map') return undefined;
  return value.entries.find((entry) => entry.key.kind === 'string' && entry.key.value === key)?.value;
}

/** The value at a path of string keys and list indexes, or undefined. */
export function valueAt(
  root: ConfigValue | null | undefined,
  path: readonly (string | number)[],
): ConfigValue | undefined {
  let value: ConfigValue | undefined = root ?? undefined;
  for (const segment of path) {
    if (typeof segment === 'number') value = value?.kind === 'list' ? value.items[segment] : undefined;
    else value = entryOf(value, segment);
  }
  return value;
}
