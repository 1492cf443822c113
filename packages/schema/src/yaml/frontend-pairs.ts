import { MergeCounter } from './merge-counter.ts';
import { ReaderFailure } from './reader-failure.ts';
import {
  hasMergeKey,
  isMergeKey,
  targetOf,
  type MappingNode,
  type NodePair,
  type NodeReference,
} from './yaml-node.ts';

/** The same text for keys that Java takes for the same one; fails on a key that contains itself. */
type IdentityOf = (key: NodeReference, mayHoldItself: boolean) => string;

/** The pairs of a mapping as SnakeYAML changes them; null where a merge key was taken out. */
interface PairList {
  pairs: readonly NodePair[] | (NodePair | null)[];
  removals: number;
  isFlat: boolean;
}

/**
 * Duplicates and merges as SnakeYAML 2.1 treats them (constructor/SafeConstructor.java, processDuplicateKeys and
 * mergeNode): of equal keys the last one stays, at its place; merged pairs come where the merge key stands, and an own
 * pair takes the place of a merged one. It changes the mappings on the way: one that is merged before its own turn
 * loses its merge keys.
 */
export class FrontendPairs {
  readonly #identityOf: IdentityOf;
  readonly #lists = new Map<MappingNode, PairList>();
  readonly #counter = new MergeCounter('frontend');

  constructor(identityOf: IdentityOf) {
    this.#identityOf = identityOf;
  }

  /** The pairs that make a map's entries. */
  of(node: MappingNode): readonly NodePair[] {
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
    return this.current(node);
  }

  /** The pairs as they are now. */
  current(node: MappingNode): readonly NodePair[] {
    const list = this.#lists.get(node);
    if (list === undefined || list.pairs === node.pairs) return node.pairs;
    return list.pairs.filter((pair) => pair !== null);
  }

  #listOf(node: MappingNode): PairList {
    let list = this.#lists.get(node);
    if (list === undefined) {
      // Only merge keys are taken out of a list, so that all others can share the node's.
      const pairs = hasMergeKey(node) ? [...node.pairs] : node.pairs;
      list = { pairs, removals: 0, isFlat: false };
      this.#lists.set(node, list);
    }
    return list;
  }

  #dropDuplicates(list: PairList): void {
    const last = new Map<string, NodePair>();
    let count = 0;
    for (const pair of list.pairs) {
      if (pair === null || isMergeKey(pair.key)) continue;
      last.set(this.#identityOf(pair.key, false), pair);
      count += 1;
    }
    if (last.size === count) return;
    const kept = new Set(last.values());
    list.pairs = list.pairs.filter((pair) => pair === null || isMergeKey(pair.key) || kept.has(pair));
  }

  #merge(node: MappingNode, isTarget: boolean, positions: Map<string, number>, merged: NodePair[]): void {
    const list = this.#listOf(node);
    let removals = list.removals;
    for (let index = 0; index < list.pairs.length; index += 1) {
      const pair = list.pairs[index];
      if (pair === null || pair === undefined) continue;
      if (list.removals !== removals) {
        const message = "The frontend's parser dies of a map that merges itself more than once.";
        const crash = 'ConcurrentModificationException';
        throw new ReaderFailure('parser-crash', message, node.start, node.end, crash);
      }
      if (isMergeKey(pair.key)) {
        (list.pairs as (NodePair | null)[])[index] = null; // a copy, since the node has a merge key
        list.removals += 1;
        removals = list.removals;
        for (const source of mergeSources(pair)) {
          this.#counter.add(source.pairs.length, pair.key);
          this.#merge(source, false, positions, merged);
        }
        continue;
      }
      const key = this.#identityOf(pair.key, true);
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

/** The mappings that a merge key brings in, the first one first; fails at the first that is none. */
export function* mergeSources({ key, value }: NodePair): Generator<MappingNode> {
  const source = targetOf(value);
  if (source.kind === 'mapping') {
    yield source;
  } else if (source.kind === 'sequence') {
    for (const item of source.items) {
      const map = targetOf(item);
      if (map.kind !== 'mapping') {
        throw new ReaderFailure('invalid-merge', 'A merge key (<<) takes maps only.', item.start, item.end);
      }
      yield map;
    }
  } else {
    const message = 'A merge key (<<) takes a map or a list of maps.';
    throw new ReaderFailure('invalid-merge', message, key.start, Math.max(value.end, key.end));
  }
}
