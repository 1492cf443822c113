import { constructFrontendScalar } from '../yaml/construct-frontend-scalar.ts';
import { ReaderFailure } from '../yaml/reader-failure.ts';
import { valueKey } from '../yaml/value-key.ts';
import { isMergeKey, targetOf, typeNameOf, type NodePair, type NodeReference } from '../yaml/yaml-node.ts';
import type { LineIndex } from './line-index.ts';
import type { DuplicateKey } from './model-config-document.ts';
import { pathOf, segmentOf, trailOfValue, type NodeTrail } from './node-trail.ts';

/** Keys that stand more than once in one mapping, in the order of their first places. */
export function collectDuplicateKeys(root: NodeReference, text: string, lines: LineIndex): DuplicateKey[] {
  const found: { readonly at: number; readonly duplicate: DuplicateKey }[] = [];
  const visit = (node: NodeReference, trail: NodeTrail | null): void => {
    if (node.kind === 'sequence') {
      node.items.forEach((item, index) => visit(item, { parent: trail, segment: index }));
    } else if (node.kind === 'mapping') {
      for (const pairs of repeated(node.pairs, lines, text)) {
        const [first] = pairs;
        if (first === undefined) continue;
        const path = [...pathOf(trail), segmentOf(first.key, text)];
        const keyRanges = pairs.map(({ key }) => lines.rangeBetween(key.start, key.end));
        found.push({ at: first.key.start, duplicate: { path, keyRanges } });
      }
      for (const pair of node.pairs) visit(pair.value, trailOfValue(pair, trail, text));
    }
  };
  visit(root, null);
  return found.sort((a, b) => a.at - b.at).map(({ duplicate }) => duplicate);
}

function repeated(pairs: readonly NodePair[], lines: LineIndex, text: string): readonly NodePair[][] {
  const byKey = new Map<string, NodePair[]>();
  for (const pair of pairs) {
    if (isMergeKey(pair.key)) continue;
    const identity = identityOf(pair.key, lines, text);
    const same = byKey.get(identity);
    if (same === undefined) byKey.set(identity, [pair]);
    else same.push(pair);
  }
  return [...byKey.values()].filter(({ length }) => length > 1);
}

/** The same for two keys that the frontend takes for one; collections as keys are compared as they are written. */
function identityOf(key: NodeReference, lines: LineIndex, text: string): string {
  const node = targetOf(key);
  const source = text.slice(node.start, node.end);
  if (node.kind !== 'scalar') return `collection ${source}`;
  const range = lines.rangeBetween(node.start, node.end);
  try {
    const content = constructFrontendScalar(typeNameOf(node.tag), node);
    if (content !== undefined) return valueKey({ ...content, range, source }, 'frontend');
  } catch (error) {
    if (!(error instanceof ReaderFailure)) throw error;
  }
  return `unreadable ${source}`;
}
