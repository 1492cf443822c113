import type { ConfigPath } from './config-path.ts';
import type { ConfigValue, Reader } from './config-value.ts';
import type { SourceRange } from './source-range.ts';

/** Every kind of structural problem, one row each in `docs/reference/model-config.md`. */
export type ProblemCode =
  | 'syntax' // not YAML 1.1
  | 'tab-indentation'
  | 'control-character'
  | 'multiple-documents'
  | 'unsupported-tag'
  | 'undefined-alias'
  | 'too-many-aliases' // more than 50 aliases of collections
  | 'too-deep' // nesting deeper than 50
  | 'too-large' // more than 3,145,728 code points
  | 'invalid-utf8'
  | 'unconstructable-value' // plain `=`: PyYAML has no constructor
  | 'unhashable-key' // a list, a map or a set as key
  | 'tab-after-value'
  | 'invalid-merge' // `<<` with something that is neither a map nor a list of maps
  | 'invalid-value' // a value that its type does not allow: 2024-13-45, `!!int abc`
  | 'recursive-key' // a key that contains itself
  | 'parser-crash'; // the reader's parser dies of it with an exception of Java's own

/** A structural fault of the file. A value, never an exception: user text cannot crash the parser. */
export interface Problem {
  readonly code: ProblemCode;
  /** Which reader rejects the whole file because of it. */
  readonly rejectedBy: Reader | 'both';
  readonly range: SourceRange;
  /** What is wrong, in one sentence for people; values of the file in it are already shortened. */
  readonly message: string;
}

/**
 * What one reader made of the text. `loaded` with `root: null` is the null document (an empty file, only
 * comments, `~`); `unreadable` is a file that the reader's parser refuses as a whole.
 */
export type Reading =
  | { readonly outcome: 'loaded'; readonly root: ConfigValue | null }
  | {
      readonly outcome: 'unreadable';
      readonly problem: Problem;
      /**
       * Only in the frontend: the simple name of a Java exception that is no YAMLException. TorchServe does not
       * catch it, so it does not go on without the file: the server stops.
       */
      readonly crash?: string;
    };

/** The same key twice in one mapping; the last one wins. */
export interface DuplicateKey {
  /** Path of the key. */
  readonly path: ConfigPath;
  /** The key's ranges in file order; the last one wins. At least two. */
  readonly keyRanges: readonly SourceRange[];
}

/** A plain scalar, with what each reader makes of it. */
export interface PlainScalar {
  readonly path: ConfigPath;
  /** It is a key of a map, not a value. */
  readonly isKey: boolean;
  readonly source: string;
  readonly range: SourceRange;
  readonly frontend: ConfigValue;
  readonly handler: ConfigValue;
}

export interface ResolvedRange {
  readonly range: SourceRange;
  /** False when the node does not exist: the range is then its nearest existing parent's key, or the file's first line. */
  readonly isExact: boolean;
}

/**
 * A model-config.yaml as text and as TorchServe's two readers see it. Made by `parseModelConfig`; immutable.
 */
export interface ModelConfigDocument {
  readonly text: string;
  /** In file order. */
  readonly problems: readonly Problem[];
  readonly frontend: Reading;
  readonly handler: Reading;
  /** In file order. */
  readonly duplicateKeys: readonly DuplicateKey[];
  /** All plain (unquoted) scalars in file order, keys included; empty when the text is no YAML at all. */
  readonly plainScalars: readonly PlainScalar[];
  /**
   * Where a path stands in the text. `key`: the key of the last segment (for a list item the item);
   * `value`: the value. For duplicates the winning place; for merged entries the place at the anchor.
   */
  rangeOf(path: ConfigPath, target: 'key' | 'value'): ResolvedRange;
  /** The stretch of the text between two offsets. */
  rangeBetween(start: number, end: number): SourceRange;
}
