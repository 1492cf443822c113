import type { ScalarStyle } from './token.ts';

/** What the tags of YAML's own types start with. */
export const yamlTagPrefix = 'tag:yaml.org,2002:';

/** The tags that are given to nodes without one. */
export const tags = {
  bool: 'tag:yaml.org,2002:bool',
  float: 'tag:yaml.org,2002:float',
  int: 'tag:yaml.org,2002:int',
  map: 'tag:yaml.org,2002:map',
  merge: 'tag:yaml.org,2002:merge',
  null: 'tag:yaml.org,2002:null',
  seq: 'tag:yaml.org,2002:seq',
  str: 'tag:yaml.org,2002:str',
  timestamp: 'tag:yaml.org,2002:timestamp',
  value: 'tag:yaml.org,2002:value',
} as const;

/** The name of one of YAML's own types, or the empty string for any other tag. */
export function typeNameOf(tag: string): string {
  return tag.startsWith(yamlTagPrefix) ? tag.slice(yamlTagPrefix.length) : '';
}

interface Place {
  /** UTF-16 offsets of the content, from the tag on when there is one. */
  readonly start: number;
  readonly end: number;
}

export interface ScalarNode extends Place {
  readonly kind: 'scalar';
  /** Written, or found from the text. */
  readonly tag: string;
  readonly text: string;
  readonly style: ScalarStyle;
  readonly isTagged: boolean;
}

export interface SequenceNode extends Place {
  readonly kind: 'sequence';
  readonly tag: string;
  readonly items: readonly NodeReference[];
  /** An alias inside it refers to it. */
  readonly isRecursive: boolean;
}

/** One pair of a mapping as it stands in the file; its identity tells merged pairs from own ones. */
export interface NodePair {
  readonly key: NodeReference;
  readonly value: NodeReference;
}

export interface MappingNode extends Place {
  readonly kind: 'mapping';
  readonly tag: string;
  /** In file order, merge keys and duplicates included. */
  readonly pairs: readonly NodePair[];
  readonly isRecursive: boolean;
}

export type YamlNode = ScalarNode | SequenceNode | MappingNode;

/** An alias where it stands; the node is shared. */
export interface AliasNode extends Place {
  readonly kind: 'alias';
  readonly anchor: string;
  readonly target: YamlNode;
}

export type NodeReference = YamlNode | AliasNode;

/** The node itself, behind an alias or not. */
export function targetOf(reference: NodeReference): YamlNode {
  return reference.kind === 'alias' ? reference.target : reference;
}

/** Whether a key stands for the pairs of another map. */
export function isMergeKey(key: NodeReference): boolean {
  return targetOf(key).tag === tags.merge;
}

export function hasMergeKey(node: MappingNode): boolean {
  return node.pairs.some(({ key }) => isMergeKey(key));
}
