import type { ConfigValue, MapEntry } from '../document/config-value.ts';
import { constructFrontendScalar } from './construct-frontend-scalar.ts';
import { ReaderFailure } from './reader-failure.ts';
import { valueKey } from './value-key.ts';
import type { ValueFactory } from './value-factory.ts';
import {
  hasMergeKey,
  isMergeKey,
  targetOf,
  yamlTagPrefix,
  type MappingNode,
  type NodePair,
  type NodeReference,
  type YamlNode,
} from './yaml-node.ts';

/**
 * Makes the frontend's value of a document as SnakeYAML 2.1 does (constructor/SafeConstructor.java and
 * BaseConstructor.java): duplicates give way to their last occurrence, merges happen where they stand. A mapping that
 * is merged before its own turn loses its merge keys, as it does there.
 *
 * @throws ReaderFailure when a value cannot be made
 */
export function constructFrontend(root: NodeReference, factory: ValueFactory): ConfigValue {
  return new FrontendConstructor(factory).construct(root);
}

/** The pairs of a mapping as SnakeYAML changes them: null where a merge key was taken out. */
interface PairList {
  pairs: (NodePair | null)[];
  removals: number;
  isFlat: boolean;
}

class FrontendConstructor {
  readonly #factory: ValueFactory;
  readonly #values = new Map<YamlNode, ConfigValue>();
  readonly #open = new Set<YamlNode>();
  readonly #lists = new Map<MappingNode, PairList>();

  constructor(factory: ValueFactory) {
    this.#factory = factory;
  }

  construct(reference: NodeReference): ConfigValue {
    const node = targetOf(reference);
    const value = this.#values.get(node);
    if (value !== undefined)
      return reference.kind === 'alias' ? this.#factory.aliased(reference, value) : value;
    if (this.#open.has(node)) return this.#constructOpen(reference, node);
    this.#open.add(node);
    const made = this.#make(node);
    this.#open.delete(node);
    this.#values.set(node, made);
    return reference.kind === 'alias' ? this.#factory.aliased(reference, made) : made;
  }

  #constructOpen(reference: NodeReference, node: YamlNode): ConfigValue {
    const name = node.tag.slice(yamlTagPrefix.length);
    if (node.kind === 'mapping' ? name === 'map' || name === 'set' : name === 'seq') {
      return this.#factory.unfollowed(reference);
    }
    throw new ReaderFailure('syntax', 'This value contains itself.', reference.start, reference.end);
  }

  #make(node: YamlNode): ConfigValue {
    const name = node.tag.startsWith(yamlTagPrefix) ? node.tag.slice(yamlTagPrefix.length) : '';
    switch (name) {
      case 'map':
        return this.#factory.map(node, this.#constructEntries(cast(node, 'mapping')));
      case 'set':
        return this.#factory.set(node, this.#constructSet(cast(node, 'mapping')));
      case 'seq':
        return this.#factory.list(
          node,
          cast(node, 'sequence').items.map((item) => this.construct(item)),
        );
      case 'omap':
        return this.#factory.map(node, this.#constructOrdered(node));
      case 'pairs':
        return this.#factory.list(node, this.#constructPairs(node));
      case '':
      case 'merge':
      case 'yaml':
        throw new ReaderFailure(
          'unsupported-tag',
          'The frontend has no type for this tag.',
          node.start,
          node.end,
        );
    }
    const content = constructFrontendScalar(name, cast(node, 'scalar'));
    if (content === undefined) throw new Error(`The composer let the tag ${node.tag} through`);
    return this.#factory.scalar(node, content);
  }

  #constructEntries(node: MappingNode): MapEntry[] {
    const entries: MapEntry[] = [];
    const pairs = this.#flatten(node);
    const own = hasMergeKey(node) ? new Set(node.pairs) : null;
    for (const pair of pairs) {
      const key = this.construct(pair.key);
      this.#checkKey(pair.key);
      const isMerged = own?.has(pair) === false;
      const value = this.construct(pair.value);
      entries.push({ key, value: isMerged ? this.#factory.merged(pair.value, value) : value, isMerged });
    }
    return entries;
  }

  #constructSet(node: MappingNode): ConfigValue[] {
    return this.#flatten(node).map(({ key }) => {
      const item = this.construct(key);
      this.#checkKey(key);
      return item;
    });
  }

  #checkKey(reference: NodeReference): void {
    const node = targetOf(reference);
    if (node.kind === 'scalar' || !node.isRecursive) return;
    throw new ReaderFailure('recursive-key', 'A key cannot contain itself.', reference.start, reference.end);
  }

  #constructOrdered(node: YamlNode): MapEntry[] {
    const entries = new Map<string, MapEntry>();
    for (const { key, value } of this.#singlePairs(node)) {
      const entry = { key: this.construct(key), value: this.construct(value), isMerged: false };
      entries.set(valueKey(entry.key, 'frontend'), entry);
    }
    return [...entries.values()];
  }

  #constructPairs(node: YamlNode): ConfigValue[] {
    return this.#singlePairs(node).map(({ key, value }) =>
      this.#factory.list(targetOf(key), [this.construct(key), this.construct(value)]),
    );
  }

  #singlePairs(node: YamlNode): NodePair[] {
    const fail = (place: NodeReference): ReaderFailure =>
      new ReaderFailure(
        'invalid-value',
        'This tag needs a list of maps of one key each.',
        place.start,
        place.end,
      );
    if (node.kind !== 'sequence') throw fail(node);
    return node.items.map((item) => {
      const map = targetOf(item);
      const [pair, ...others] = map.kind === 'mapping' ? this.#listOf(map).pairs : [];
      if (pair === undefined || pair === null || others.length > 0) throw fail(item);
      return pair;
    });
  }

  #listOf(node: MappingNode): PairList {
    let list = this.#lists.get(node);
    if (list === undefined) {
      list = { pairs: [...node.pairs], removals: 0, isFlat: false };
      this.#lists.set(node, list);
    }
    return list;
  }

  /** Drops duplicates, then applies the merges. */
  #flatten(node: MappingNode): NodePair[] {
    const list = this.#listOf(node);
    if (!list.isFlat) {
      this.#dropDuplicates(list);
      if (hasMergeKey(node)) {
        const merged: NodePair[] = [];
        this.#merge(node, true, new Map(), merged);
        list.pairs = merged;
      }
      list.isFlat = true;
    }
    return list.pairs.filter((pair) => pair !== null);
  }

  #dropDuplicates(list: PairList): void {
    const last = new Map<string, NodePair>();
    for (const pair of list.pairs) {
      if (pair === null || isMergeKey(pair.key)) continue;
      last.set(valueKey(this.construct(pair.key), 'frontend'), pair);
    }
    const kept = new Set(last.values());
    list.pairs = list.pairs.filter((pair) => pair === null || isMergeKey(pair.key) || kept.has(pair));
  }

  /** Adds the pairs of a mapping to `merged`: the target's own pairs replace merged ones in their place. */
  #merge(node: MappingNode, isTarget: boolean, positions: Map<string, number>, merged: NodePair[]): void {
    const list = this.#listOf(node);
    let removals = list.removals;
    for (let index = 0; index < list.pairs.length; index += 1) {
      const pair = list.pairs[index];
      if (pair === null || pair === undefined) continue;
      if (list.removals !== removals) {
        const message = "The frontend's parser dies of a map that merges itself more than once.";
        throw new ReaderFailure(
          'parser-crash',
          message,
          node.start,
          node.end,
          'ConcurrentModificationException',
        );
      }
      if (isMergeKey(pair.key)) {
        list.pairs[index] = null;
        list.removals += 1;
        removals = list.removals;
        for (const source of mergeSources(pair)) this.#merge(source, false, positions, merged);
        continue;
      }
      const key = valueKey(this.construct(pair.key), 'frontend');
      const position = positions.get(key);
      if (position === undefined) {
        positions.set(key, merged.length);
        merged.push(pair);
      } else if (isTarget) {
        merged[position] = pair;
      }
    }
  }
}

/** The mappings that a merge key brings in, the first one first. */
export function mergeSources({ key, value }: NodePair): MappingNode[] {
  const source = targetOf(value);
  if (source.kind === 'mapping') return [source];
  if (source.kind === 'sequence') {
    return source.items.map((item) => {
      const map = targetOf(item);
      if (map.kind === 'mapping') return map;
      throw new ReaderFailure('invalid-merge', 'A merge key (<<) takes maps only.', item.start, item.end);
    });
  }
  const message = 'A merge key (<<) takes a map or a list of maps.';
  throw new ReaderFailure('invalid-merge', message, key.start, Math.max(value.end, key.end));
}

/** SnakeYAML casts a node to what its tag stands for, and dies when it is something else. */
function cast<Kind extends YamlNode['kind']>(node: YamlNode, kind: Kind): Extract<YamlNode, { kind: Kind }> {
  if (node.kind === kind) return node as Extract<YamlNode, { kind: Kind }>; // narrowed by the comparison
  const what = { scalar: 'a scalar', sequence: 'a list', mapping: 'a map' }[kind];
  const message = `The frontend's parser dies of this tag: it needs ${what}.`;
  throw new ReaderFailure('parser-crash', message, node.start, node.end, 'ClassCastException');
}
