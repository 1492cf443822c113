import type { ConfigValue, MapEntry } from '../document/config-value.ts';
import { constructFrontendScalar, type ScalarContent } from './construct-frontend-scalar.ts';
import { FrontendPairs } from './frontend-pairs.ts';
import { ReaderFailure } from './reader-failure.ts';
import { scalarKey, valueKey } from './value-key.ts';
import type { ValueFactory } from './value-factory.ts';
import {
  hasMergeKey,
  targetOf,
  typeNameOf,
  type MappingNode,
  type NodePair,
  type NodeReference,
  type YamlNode,
} from './yaml-node.ts';

/**
 * Makes the frontend's value of a document as SnakeYAML 2.1 does (constructor/SafeConstructor.java and
 * BaseConstructor.java).
 *
 * @throws ReaderFailure when a value cannot be made
 */
export function constructFrontend(root: NodeReference, factory: ValueFactory): ConfigValue {
  return new FrontendConstructor(factory).construct(root);
}

class FrontendConstructor {
  readonly #factory: ValueFactory;
  /** Of scalars too when something can refer to them. */
  readonly #values = new Map<YamlNode, ConfigValue>();
  readonly #open = new Set<YamlNode>();
  readonly #pairs = new FrontendPairs((key, mayHoldItself) => this.#identityOf(key, mayHoldItself));

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
    if (this.#open.has(node)) return this.#constructOpen(reference, node);
    this.#open.add(node);
    const value = this.#make(node);
    this.#open.delete(node);
    this.#values.set(node, value);
    return value;
  }

  /** A collection inside itself: SnakeYAML makes lists, maps and sets that can hold themselves, and nothing else. */
  #constructOpen(reference: NodeReference, node: YamlNode): ConfigValue {
    const canHoldItself = ['map', 'set', 'seq'].includes(typeNameOf(node.tag));
    if (node.kind !== 'scalar' && node.isRecursive && canHoldItself)
      return this.#factory.unfollowed(reference);
    throw new ReaderFailure('invalid-value', 'This value contains itself.', reference.start, reference.end);
  }

  #make(node: YamlNode): ConfigValue {
    switch (typeNameOf(node.tag)) {
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
      default:
        return this.#factory.scalar(node, contentOf(node));
    }
  }

  #constructEntries(node: MappingNode): MapEntry[] {
    const entries: MapEntry[] = [];
    const pairs = this.#pairs.of(node);
    const own = hasMergeKey(node) ? new Set(node.pairs) : null;
    for (const pair of pairs) {
      const key = this.construct(pair.key);
      checkKey(pair.key);
      const isMerged = own?.has(pair) === false;
      const value = this.construct(pair.value);
      entries.push({ key, value: isMerged ? this.#factory.merged(pair.value, value) : value, isMerged });
    }
    return entries;
  }

  #constructSet(node: MappingNode): ConfigValue[] {
    return this.#pairs.of(node).map(({ key }) => {
      const item = this.construct(key);
      checkKey(key);
      return item;
    });
  }

  #constructOrdered(node: YamlNode): MapEntry[] {
    const entries = new Map<string, MapEntry>();
    for (const { key, value } of this.#singlePairs(node)) {
      const entry = { key: this.construct(key), value: this.construct(value), isMerged: false };
      entries.set(this.#identityOf(key, true), entry);
    }
    return [...entries.values()];
  }

  #constructPairs(node: YamlNode): ConfigValue[] {
    return Array.from(this.#singlePairs(node), ({ key, value }) =>
      this.#factory.list(targetOf(key), [this.construct(key), this.construct(value)]),
    );
  }

  *#singlePairs(node: YamlNode): Generator<NodePair> {
    const fail = (place: NodeReference): ReaderFailure =>
      new ReaderFailure(
        'invalid-value',
        'This tag needs a list of maps of one key each.',
        place.start,
        place.end,
      );
    if (node.kind !== 'sequence') throw fail(node);
    for (const item of node.items) {
      const map = targetOf(item);
      const [pair, ...others] = map.kind === 'mapping' ? this.#pairs.current(map) : [];
      if (pair === undefined || others.length > 0) throw fail(item);
      yield pair;
    }
  }

  /** What Java's maps hash; a collection that contains itself never comes to an end. */
  #identityOf(reference: NodeReference, mayHoldItself: boolean): string {
    const node = targetOf(reference);
    if (node.kind === 'scalar' && !collectionTypes.has(typeNameOf(node.tag))) {
      return scalarKey(contentOf(node), node.text, 'frontend');
    }
    const value = this.construct(reference);
    if (!mayHoldItself) checkKey(reference);
    if (this.#holdsCycle(node)) {
      const message = "The frontend's parser dies of a key that contains itself.";
      throw new ReaderFailure('parser-crash', message, reference.start, reference.end, 'StackOverflowError');
    }
    return valueKey(value, 'frontend');
  }

  #holdsCycle(root: YamlNode): boolean {
    const seen = new Set<YamlNode>();
    const waiting = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.kind === 'scalar' || seen.has(node)) continue;
      if (node.isRecursive && !this.#open.has(node)) return true;
      seen.add(node);
      if (node.kind === 'sequence') for (const item of node.items) waiting.push(targetOf(item));
      else for (const { key, value } of node.pairs) waiting.push(targetOf(key), targetOf(value));
    }
    return false;
  }
}

const collectionTypes: ReadonlySet<string> = new Set(['map', 'set', 'seq', 'omap', 'pairs']);

/** SnakeYAML refuses a key that contains itself. */
function checkKey(reference: NodeReference): void {
  const node = targetOf(reference);
  if (node.kind === 'scalar' || !node.isRecursive) return;
  throw new ReaderFailure('recursive-key', 'A key cannot contain itself.', reference.start, reference.end);
}

function contentOf(node: YamlNode): ScalarContent {
  const name = typeNameOf(node.tag);
  if (name === '' || name === 'merge' || name === 'yaml') {
    throw new ReaderFailure('unsupported-tag', 'The frontend has no type for this.', node.start, node.end);
  }
  const content = constructFrontendScalar(name, cast(node, 'scalar'));
  if (content === undefined) throw new Error(`The composer let the tag ${node.tag} through`);
  return content;
}

/** SnakeYAML casts a node to what its tag stands for, and dies when it is something else. */
function cast<Kind extends YamlNode['kind']>(node: YamlNode, kind: Kind): Extract<YamlNode, { kind: Kind }> {
  if (node.kind === kind) return node as Extract<YamlNode, { kind: Kind }>; // narrowed by the comparison
  const what = { scalar: 'a scalar', sequence: 'a list', mapping: 'a map' }[kind];
  const message = `The frontend's parser dies of this tag: it needs ${what}.`;
  throw new ReaderFailure('parser-crash', message, node.start, node.end, 'ClassCastException');
}
