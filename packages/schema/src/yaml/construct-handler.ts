import type { ConfigValue, MapEntry } from '../document/config-value.ts';
import { mergeSources } from './frontend-pairs.ts';
import { constructHandlerScalar } from './construct-handler-scalar.ts';
import { MergeCounter } from './merge-counter.ts';
import { ReaderFailure } from './reader-failure.ts';
import { valueKey } from './value-key.ts';
import type { ValueFactory } from './value-factory.ts';
import {
  hasMergeKey,
  isMergeKey,
  targetOf,
  tags,
  typeNameOf,
  type MappingNode,
  type NodePair,
  type NodeReference,
  type ScalarNode,
  type YamlNode,
} from './yaml-node.ts';

/**
 * Makes the handler's value of a document as PyYAML 6.0 does (yaml/constructor.py, SafeConstructor): merged pairs
 * come first, of equal keys the last value wins at the first one's place.
 *
 * @throws ReaderFailure when a value cannot be made
 */
export function constructHandler(root: NodeReference, factory: ValueFactory): ConfigValue {
  return new HandlerConstructor(factory).construct(root);
}

class HandlerConstructor {
  readonly #factory: ValueFactory;
  /** Of scalars too when something can refer to them. */
  readonly #values = new Map<YamlNode, ConfigValue>();
  readonly #open = new Set<YamlNode>();
  readonly #flattened = new Map<MappingNode, readonly NodePair[]>();
  /** The keys `=` that PyYAML has made strings of, wherever else they stand through an alias. */
  readonly #stringKeys = new Set<YamlNode>();
  readonly #counter = new MergeCounter('handler');

  constructor(factory: ValueFactory) {
    this.#factory = factory;
  }

  construct(reference: NodeReference): ConfigValue {
    const value = this.#constructNode(targetOf(reference), reference);
    return reference.kind === 'alias' ? this.#factory.aliased(reference, value) : value;
  }

  #constructNode(node: YamlNode, reference: NodeReference): ConfigValue {
    if (node.kind === 'scalar' && !this.#factory.hasAliases) return this.#make(node);
    const known = this.#values.get(node);
    if (known !== undefined) return known;
    if (this.#open.has(node)) return this.#factory.unfollowed(reference);
    this.#open.add(node);
    const value = this.#make(node);
    this.#open.delete(node);
    this.#values.set(node, value);
    return value;
  }

  #make(node: YamlNode): ConfigValue {
    const name = typeNameOf(node.tag);
    switch (name) {
      case 'map':
        return this.#factory.map(node, this.#constructEntries(node));
      case 'set':
        return this.#factory.set(
          node,
          this.#constructEntries(node).map(({ key }) => key),
        );
      case 'seq':
        if (node.kind !== 'sequence') throw mismatch(node);
        return this.#factory.list(
          node,
          node.items.map((item) => this.construct(item)),
        );
      case 'omap':
      case 'pairs':
        return this.#factory.list(node, this.#constructPairs(node));
      case 'value':
        if (node.kind === 'scalar' && this.#stringKeys.has(node)) {
          return this.#factory.scalar(node, { kind: 'string', value: node.text, isPlain: !node.isTagged });
        }
        throw new ReaderFailure(
          'unconstructable-value',
          "The handler's parser has no type for =.",
          node.start,
          node.end,
        );
    }
    const content = constructHandlerScalar(name, scalarOf(node));
    if (content !== undefined) return this.#factory.scalar(node, content);
    const what = name === 'merge' ? 'a << that is no key' : 'this tag';
    const message = `The handler's parser has no type for ${what}.`;
    throw new ReaderFailure('unsupported-tag', message, node.start, node.end);
  }

  #constructEntries(node: YamlNode): MapEntry[] {
    if (node.kind !== 'mapping') throw mismatch(node);
    const entries = new Map<string, MapEntry>();
    const own = hasMergeKey(node) ? new Set(node.pairs) : null;
    for (const pair of this.#flatten(node)) {
      const key = this.#constructKey(pair.key);
      const isMerged = own?.has(pair) === false;
      const value = this.construct(pair.value);
      const identity = valueKey(key, 'handler');
      // Python keeps the key that came first (1 for a later true) and takes the value that came last.
      const first = entries.get(identity)?.key ?? key;
      entries.set(identity, {
        key: { ...first, range: key.range, source: key.source },
        value: isMerged ? this.#factory.merged(pair.value, value) : value,
        isMerged,
      });
    }
    return [...entries.values()];
  }

  #constructKey(reference: NodeReference): ConfigValue {
    const key = this.construct(reference);
    if (key.kind === 'list' || key.kind === 'map' || key.kind === 'set' || key.kind === 'alias') {
      const message = 'Python cannot use a list, a map or a set as a key.';
      throw new ReaderFailure('unhashable-key', message, reference.start, reference.end);
    }
    return key;
  }

  #constructPairs(node: YamlNode): ConfigValue[] {
    if (node.kind !== 'sequence') throw mismatch(node);
    return node.items.map((item) => {
      const map = targetOf(item);
      const [pair, ...others] = map.kind === 'mapping' ? (this.#flattened.get(map) ?? map.pairs) : [];
      if (pair === undefined || others.length > 0) throw mismatch(map);
      return this.#factory.list(targetOf(pair.key), [this.construct(pair.key), this.construct(pair.value)]);
    });
  }

  /** The pairs with merges applied: what the first map of a merge list says beats the later ones, own pairs beat all. */
  #flatten(node: MappingNode): readonly NodePair[] {
    const known = this.#flattened.get(node);
    if (known !== undefined) return known;
    const own = node.pairs.filter(({ key }) => !isMergeKey(key));
    for (const { key } of own) {
      if (targetOf(key).tag === tags.value) this.#stringKeys.add(targetOf(key));
    }
    this.#flattened.set(node, own); // what a map that merges itself finds
    if (own.length === node.pairs.length) return own;
    const merged = node.pairs.flatMap((pair) => {
      if (!isMergeKey(pair.key)) return [];
      const sources = [...mergeSources(pair)].map((source) => this.#flatten(source));
      for (const { length } of sources) this.#counter.add(length, pair.key);
      return sources.reverse().flat();
    });
    const all = withoutRepetitions([...merged, ...own]);
    this.#flattened.set(node, all);
    return all;
  }
}

/** Of each pair its first and its last occurrence: the first gives the place, the last decides who wins. */
function withoutRepetitions(pairs: readonly NodePair[]): NodePair[] {
  const last = new Map<NodePair, number>();
  pairs.forEach((pair, index) => last.set(pair, index));
  if (last.size === pairs.length) return [...pairs];
  const seen = new Set<NodePair>();
  return pairs.filter((pair, index) => {
    const isFirst = !seen.has(pair);
    seen.add(pair);
    return isFirst || last.get(pair) === index;
  });
}

/** PyYAML takes the value under the key `=` of a map where a scalar is wanted. */
function scalarOf(node: YamlNode): ScalarNode {
  let current = node;
  const seen = new Set<YamlNode>();
  while (current.kind === 'mapping' && !seen.has(current)) {
    seen.add(current);
    const pair = current.pairs.find(({ key }) => targetOf(key).tag === tags.value);
    if (pair === undefined) break;
    current = targetOf(pair.value);
  }
  if (current.kind !== 'scalar') throw mismatch(node);
  return current;
}

function mismatch(node: YamlNode): ReaderFailure {
  return new ReaderFailure(
    'invalid-value',
    "The handler's parser finds another value than its tag says.",
    node.start,
    node.end,
  );
}
