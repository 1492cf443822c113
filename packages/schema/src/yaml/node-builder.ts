import type { Reader } from '../document/config-value.ts';
import { ReaderFailure, shorten } from './reader-failure.ts';
import { resolveTag } from './resolve-tag.ts';
import type { NameToken, ScalarToken } from './token.ts';
import {
  tags,
  type AliasNode,
  type MappingNode,
  type NodePair,
  type NodeReference,
  type ScalarNode,
  type SequenceNode,
  type YamlNode,
} from './yaml-node.ts';

/** SnakeYAML's defaults. */
const frontendDepthLimit = 50;
const frontendAliasLimit = 50;
/**
 * PyYAML composes by recursion and dies of Python's limit of 1,000 calls; about this deep it does so in a TorchServe
 * worker, a few levels more or less by what stands inside.
 */
const handlerDepthLimit = 483;

/** What stands before a node. */
export interface NodeProperties {
  readonly anchor: NameToken | undefined;
  /** Null without a tag, or with the lone `!`. */
  readonly tag: string | null;
  /** Both readers type a text after the lone `!` as if it were plain. */
  readonly hasLoneBang?: boolean;
  /** Where the node starts for people: at its tag, or else at its content. */
  readonly start: number;
}

type Building<Node extends SequenceNode | MappingNode> = { -readonly [Key in keyof Node]: Node[Key] };

export type OpenSequence = Building<SequenceNode> & { items: NodeReference[] };
export type OpenMapping = Building<MappingNode> & { pairs: NodePair[] };

/** Makes the nodes of one document, and watches what each reader limits: depth, anchors, aliases. */
export class NodeBuilder {
  readonly #reader: Reader;
  readonly #anchors = new Map<string, YamlNode>();
  readonly #open = new Set<YamlNode>();
  #collectionAliases = 0;
  hasAliases = false;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  scalar(token: ScalarToken, { anchor, tag, hasLoneBang, start }: NodeProperties): ScalarNode {
    const isTyped = token.style === 'plain' || hasLoneBang === true;
    const node: ScalarNode = {
      kind: 'scalar',
      tag: tag ?? (isTyped ? resolveTag(token.value, this.#reader) : tags.str),
      text: token.value,
      style: token.style,
      isTagged: tag !== null || hasLoneBang === true,
      start,
      end: token.end,
    };
    if (anchor !== undefined) this.#anchors.set(anchor.name, node);
    return node;
  }

  /** The null that stands where nothing is written. */
  empty(at: number, depth: number): ScalarNode {
    this.checkDepth(depth, at);
    const tag = tags.null;
    return { kind: 'scalar', tag, text: '', style: 'plain', isTagged: false, start: at, end: at };
  }

  openSequence({ anchor, tag, start }: NodeProperties): OpenSequence {
    const node: OpenSequence = {
      kind: 'sequence',
      tag: tag ?? tags.seq,
      items: [],
      isRecursive: false,
      start,
      end: start,
    };
    return this.#begin(node, anchor);
  }

  openMapping({ anchor, tag, start }: NodeProperties): OpenMapping {
    const node: OpenMapping = {
      kind: 'mapping',
      tag: tag ?? tags.map,
      pairs: [],
      isRecursive: false,
      start,
      end: start,
    };
    return this.#begin(node, anchor);
  }

  #begin<Node extends OpenSequence | OpenMapping>(node: Node, anchor: NameToken | undefined): Node {
    if (anchor !== undefined) this.#anchors.set(anchor.name, node);
    this.#open.add(node);
    return node;
  }

  /** Ends a collection; without an end of its own it ends with its last child. */
  close<Node extends OpenSequence | OpenMapping>(node: Node, end?: number): Node {
    const last = node.kind === 'sequence' ? node.items.at(-1) : node.pairs.at(-1)?.value;
    node.end = end ?? last?.end ?? node.start;
    this.#open.delete(node);
    return node;
  }

  alias({ name, start, end }: NameToken): AliasNode {
    this.hasAliases = true;
    const target = this.#anchors.get(name);
    if (target === undefined) {
      throw new ReaderFailure(
        'undefined-alias',
        `There is no anchor &${shorten(name)} before this alias.`,
        start,
        end,
      );
    }
    if (target.kind !== 'scalar') {
      this.#collectionAliases += 1;
      if (this.#reader === 'frontend' && this.#collectionAliases > frontendAliasLimit) {
        const message = `The frontend follows at most ${frontendAliasLimit} aliases of maps and lists.`;
        throw new ReaderFailure('too-many-aliases', message, start, end);
      }
      // A node that is still open is one of ours and still being built.
      if (this.#open.has(target)) (target as Building<SequenceNode | MappingNode>).isRecursive = true;
    }
    return { kind: 'alias', anchor: name, target, start, end };
  }

  /** PyYAML refuses a second anchor of the same name, SnakeYAML lets it replace the first. */
  checkAnchor(anchor: NameToken | undefined): void {
    if (anchor === undefined || this.#reader === 'frontend' || !this.#anchors.has(anchor.name)) return;
    const message = `The handler's parser refuses a second anchor &${shorten(anchor.name)}.`;
    throw new ReaderFailure('syntax', message, anchor.start, anchor.end);
  }

  checkDepth(depth: number, at: number): void {
    const limit = this.#reader === 'frontend' ? frontendDepthLimit : handlerDepthLimit;
    if (depth <= limit) return;
    const message = `The ${this.#reader === 'frontend' ? 'frontend' : 'worker'} reads at most ${limit} levels of nesting.`;
    throw new ReaderFailure('too-deep', message, at);
  }
}
