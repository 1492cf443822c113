import { isMergeKey, targetOf, tags, type NodePair, type NodeReference } from '../yaml/yaml-node.ts';
import type { ConfigPath } from './config-path.ts';

/** A place in the tree of nodes as a chain to the root: cheap for every node, a path only when it is asked for. */
export interface NodeTrail {
  readonly parent: NodeTrail | null;
  readonly segment: string | number;
}

export function pathOf(trail: NodeTrail | null): ConfigPath {
  const path: (string | number)[] = [];
  for (let step = trail; step !== null; step = step.parent) path.push(step.segment);
  return path.reverse();
}

/** How a key stands in a path: a string's value, for anything else what is written. */
export function segmentOf(key: NodeReference, text: string): string {
  const node = targetOf(key);
  if (node.kind === 'scalar' && node.tag === tags.str) return node.text;
  return text.slice(key.start, key.end);
}

/** Where the value of a pair stands: under its key, or beside it when it is a merge. */
export function trailOfValue(pair: NodePair, parent: NodeTrail | null, text: string): NodeTrail | null {
  return isMergeKey(pair.key) ? parent : { parent, segment: segmentOf(pair.key, text) };
}
