import type { Json } from '../openapi/description.ts';

/** Where in the query's text something stands, 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A literal, or the name of a variable. */
export type Value = { readonly literal: Json } | { readonly variable: string };

/** A field that is asked for, with what is asked for below it. */
export interface Field {
  readonly kind: 'field';
  /** The alias, or the name without one: the key of the answer. */
  readonly key: string;
  readonly name: string;
  readonly args: ReadonlyMap<string, Value>;
  readonly selections: readonly Selection[];
  readonly position: Position;
}

/** `... on Type { … }`, also what a named fragment's spread becomes. */
export interface TypedSelections {
  readonly kind: 'typed';
  readonly type: string;
  readonly selections: readonly Selection[];
  readonly position: Position;
}

/** `...name`, before the fragment of that name is put in its place. */
export interface Spread {
  readonly kind: 'spread';
  readonly fragment: string;
  readonly position: Position;
}

/** What may stand between braces. */
export type Selection = Field | TypedSelections | Spread;

/** `$name: Type` in the head of a query. */
export interface VariableDefinition {
  readonly name: string;
  /** As written, for example `String!`. */
  readonly type: string;
  readonly position: Position;
}

/** A query with the fragments that it may spread. */
export interface QueryDocument {
  readonly variables: readonly VariableDefinition[];
  readonly selections: readonly Selection[];
  readonly fragments: ReadonlyMap<string, TypedSelections>;
}

/** A query that does not parse, or asks for something that the stand-in does not know. */
export class QueryError extends Error {
  readonly position: Position;
  readonly extensions: Readonly<Record<string, string>>;

  constructor(message: string, position: Position, extensions: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'QueryError';
    this.position = position;
    this.extensions = extensions;
  }
}
