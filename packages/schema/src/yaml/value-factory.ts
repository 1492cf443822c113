import type {
  AliasValue,
  ConfigValue,
  ListValue,
  MapEntry,
  MapValue,
  SetValue,
} from '../document/config-value.ts';
import type { LineIndex } from '../document/line-index.ts';
import type { SourceRange } from '../document/source-range.ts';
import type { ScalarContent } from './construct-frontend-scalar.ts';
import type { AliasNode, NodeReference, YamlNode } from './yaml-node.ts';

/** How many nodes a value may have when every alias in it is followed. */
export const expandedNodeLimit = 1_000_000;

/**
 * Makes values with their places in the text, and keeps every value a finite tree of a size that can be walked:
 * shared collections stay shared, but count each time that they are referred to.
 */
export class ValueFactory {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly hasAliases: boolean;
  /** Of collections, in a document that has aliases. */
  readonly #sizes: Map<ConfigValue, number> | null;
  #expanded = 0;

  constructor(text: string, lines: LineIndex, hasAliases: boolean) {
    this.#text = text;
    this.#lines = lines;
    this.hasAliases = hasAliases;
    this.#sizes = hasAliases ? new Map() : null;
  }

  scalar(node: YamlNode, content: ScalarContent): ConfigValue {
    return { ...content, ...this.#placeOf(node) };
  }

  list(node: YamlNode, items: readonly ConfigValue[]): ListValue {
    return this.#sized({ kind: 'list', items, ...this.#placeOf(node) }, items);
  }

  set(node: YamlNode, items: readonly ConfigValue[]): SetValue {
    return this.#sized({ kind: 'set', items, ...this.#placeOf(node) }, items);
  }

  map(node: YamlNode, entries: readonly MapEntry[]): MapValue {
    const map: MapValue = { kind: 'map', entries, ...this.#placeOf(node) };
    if (this.#sizes !== null) {
      let size = 1;
      for (const { key, value } of entries) size += this.#sizeOf(key) + this.#sizeOf(value);
      this.#sizes.set(map, size);
    }
    return map;
  }

  /** An alias that is not followed. */
  unfollowed(reference: AliasNode | YamlNode): AliasValue {
    const anchor = reference.kind === 'alias' ? reference.anchor : '';
    return { kind: 'alias', anchor, ...this.#placeOf(reference) };
  }

  /** The value that an alias refers to, at the place of the alias. */
  aliased(alias: AliasNode, value: ConfigValue): ConfigValue {
    if (!this.#mayRepeat(value)) return this.unfollowed(alias);
    const copy = { ...value, ...this.#placeOf(alias) };
    const size = this.#sizes?.get(value);
    if (size !== undefined) this.#sizes?.set(copy, size);
    return copy;
  }

  /** A value that a merge key brings into one more map. */
  merged(reference: NodeReference, value: ConfigValue): ConfigValue {
    return this.#mayRepeat(value) ? value : this.unfollowed(reference);
  }

  #mayRepeat(value: ConfigValue): boolean {
    const size = this.#sizes?.get(value);
    if (size === undefined) return true;
    if (this.#expanded + size > expandedNodeLimit) return false;
    this.#expanded += size;
    return true;
  }

  #sized<Value extends ListValue | SetValue>(value: Value, items: readonly ConfigValue[]): Value {
    if (this.#sizes !== null) {
      let size = 1;
      for (const item of items) size += this.#sizeOf(item);
      this.#sizes.set(value, size);
    }
    return value;
  }

  #sizeOf(value: ConfigValue): number {
    return this.#sizes?.get(value) ?? 1;
  }

  #placeOf({ start, end }: NodeReference): { range: SourceRange; source: string } {
    return { range: this.#lines.rangeBetween(start, end), source: this.#text.slice(start, end) };
  }
}
