import { isMap, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap } from 'yaml';

/** The offset of a path of keys and indexes in the text; of its nearest existing parent when it is not there. */
export type OffsetFinder = (path: readonly (string | number)[]) => number;

/** Makes the finder of one document. The keys of a map are looked through once, however many of them are asked for. */
export function makeOffsetFinder(document: Document.Parsed): OffsetFinder {
  const pairsByMap = new WeakMap<YAMLMap, ReadonlyMap<string | null, Pair>>();
  const pairsOf = (map: YAMLMap): ReadonlyMap<string | null, Pair> => {
    const known = pairsByMap.get(map) ?? new Map(map.items.map((pair) => [nameOf(pair), pair]));
    pairsByMap.set(map, known);
    return known;
  };
  return (path) => {
    let node: unknown = document.contents;
    let offset = startOf(node);
    for (const name of path) {
      if (isMap(node)) {
        const pair = pairsOf(node).get(String(name));
        if (pair === undefined) return offset;
        offset = startOf(pair.key);
        node = pair.value;
      } else if (isSeq(node) && typeof name === 'number' && node.items[name] !== undefined) {
        node = node.items[name];
        offset = startOf(node);
      } else return offset;
    }
    return offset;
  };
}

/** The key of the plain object that the map becomes; null where a list, a map or an alias is the key. */
export function nameOf({ key }: Pair): string | null {
  if (!isScalar<unknown>(key)) return key === null ? '' : null;
  return key.value === null ? '' : `${key.value as string | number | boolean}`; // what a plain scalar can be
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0; // every parsed node has a range
}
