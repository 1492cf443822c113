import type { Reader } from '../document/config-value.ts';
import { NodeBuilder, type NodeProperties, type OpenMapping } from './node-builder.ts';
import { ReaderFailure } from './reader-failure.ts';
import { TagHandles } from './tag-handles.ts';
import type { NameToken, ScalarToken, TagToken } from './token.ts';
import { TokenScanner } from './token-scanner.ts';
import type { NodeReference } from './yaml-node.ts';

/** Where a node stands: block collections cannot stand in flow, `- ` at the key's own column only after a key or `:`. */
type Context = 'block' | 'flow' | 'block-or-dashes';

/**
 * Parses a text into nodes as SnakeYAML 2.1 (`frontend`) or PyYAML 6.0 (`handler`) does, up to the point where values
 * are made of them.
 *
 * @throws ReaderFailure when the reader refuses the text
 */
export function composeDocument(text: string, reader: Reader): ComposedDocument {
  const composer = new Composer(text, reader);
  return { root: composer.compose(), hasAliases: composer.hasAliases };
}

export interface ComposedDocument {
  /** Null when there is no document at all. */
  readonly root: NodeReference | null;
  readonly hasAliases: boolean;
}

/** The grammar of YAML 1.1 over tokens; `depth` counts the collections around a node. */
class Composer {
  readonly #reader: Reader;
  readonly #tokens: TokenScanner;
  readonly #handles: TagHandles;
  readonly #builder: NodeBuilder;

  constructor(text: string, reader: Reader) {
    this.#reader = reader;
    this.#tokens = new TokenScanner(text, reader);
    this.#handles = new TagHandles(reader);
    this.#builder = new NodeBuilder(reader);
  }

  get hasAliases(): boolean {
    return this.#builder.hasAliases;
  }

  compose(): NodeReference | null {
    const tokens = this.#tokens;
    tokens.take(); // stream-start
    let root: NodeReference;
    if (!tokens.isAt('directive', 'document-start', 'stream-end')) {
      root = this.#composeNode('block', 0);
    } else {
      if (this.#startDocument() === null) return null;
      const isEmpty = tokens.isAt('directive', 'document-start', 'document-end', 'stream-end');
      root = isEmpty ? this.#builder.empty(tokens.peek().start, 0) : this.#composeNode('block', 0);
    }
    while (tokens.isAt('document-end')) tokens.take();
    const second = this.#startDocument();
    if (second === null) return root;
    throw new ReaderFailure('multiple-documents', 'A file can hold one document only.', second, second + 3);
  }

  /** Takes the directives and the `---` of a document and gives its place; null when the text ends instead. */
  #startDocument(): number | null {
    const tokens = this.#tokens;
    if (tokens.isAt('stream-end')) return null;
    tokens.startDocument();
    this.#handles.startDocument();
    for (let token = tokens.peek(); token.kind === 'directive'; token = tokens.peek()) {
      this.#handles.take(token);
      tokens.take();
    }
    // SnakeYAML 2.1 takes directives without a document for the end of the text; PyYAML does not.
    if (tokens.isAt('stream-end') && this.#reader === 'frontend') return null;
    if (tokens.isAt('document-start')) return tokens.take().start;
    throw this.#unexpected('The document has ended; more needs a line --- before it.');
  }

  #composeNode(context: Context, depth: number): NodeReference {
    const tokens = this.#tokens;
    const first = tokens.peek();
    if (first.kind === 'alias') {
      tokens.take();
      return this.#builder.alias(first);
    }
    const { anchor, tag } = this.#takeProperties();
    const next = tokens.peek();
    this.#builder.checkDepth(depth, next.start);
    this.#builder.checkAnchor(anchor);
    const properties: NodeProperties = {
      anchor,
      tag: tag === undefined ? null : this.#handles.expand(tag),
      hasLoneBang: tag?.handle === null && tag.suffix === '!',
      start: tag?.start ?? next.start,
    };
    switch (next.kind) {
      case 'scalar':
        tokens.take();
        return this.#builder.scalar(next, properties);
      case 'flow-sequence-start':
        return this.#composeFlowSequence(properties, depth + 1);
      case 'flow-mapping-start':
        return this.#composeFlowMapping(properties, depth + 1);
      case 'block-entry':
        if (context === 'block-or-dashes') return this.#composeDashes(properties, depth + 1);
        break;
      case 'block-sequence-start':
        if (context !== 'flow') return this.#composeBlockSequence(properties, depth + 1);
        break;
      case 'block-mapping-start':
        if (context !== 'flow') return this.#composeBlockMapping(properties, depth + 1);
        break;
      default: // no node begins here: an anchor or a tag alone stands for an empty one
    }
    if (anchor === undefined && tag === undefined) throw this.#unexpected('A value is missing here.');
    const end = Math.max(anchor?.end ?? 0, tag?.end ?? 0);
    const nothing: ScalarToken = { kind: 'scalar', value: '', style: 'plain', start: end, end };
    return this.#builder.scalar(nothing, { ...properties, start: tag?.start ?? end });
  }

  /** An anchor and a tag, in either order. */
  #takeProperties(): { anchor: NameToken | undefined; tag: TagToken | undefined } {
    let anchor: NameToken | undefined;
    let tag: TagToken | undefined;
    for (;;) {
      const token = this.#tokens.peek();
      if (token.kind === 'anchor' && anchor === undefined) anchor = token;
      else if (token.kind === 'tag' && tag === undefined) tag = token;
      else return { anchor, tag };
      this.#tokens.take();
    }
  }

  #composeBlockSequence(properties: NodeProperties, depth: number): NodeReference {
    const tokens = this.#tokens;
    const node = this.#builder.openSequence(properties);
    tokens.take();
    while (tokens.isAt('block-entry')) {
      const { end } = tokens.take();
      const isEmpty = tokens.isAt('block-entry', 'block-end');
      node.items.push(isEmpty ? this.#builder.empty(end, depth) : this.#composeNode('block', depth));
    }
    this.#takeBlockEnd('This line does not fit into the list above it.');
    return this.#builder.close(node);
  }

  /** A list whose dashes stand at the column of the key that it belongs to. */
  #composeDashes(properties: NodeProperties, depth: number): NodeReference {
    const tokens = this.#tokens;
    const node = this.#builder.openSequence(properties);
    while (tokens.isAt('block-entry')) {
      const { end } = tokens.take();
      const isEmpty = tokens.isAt('block-entry', 'key', 'value', 'block-end');
      node.items.push(isEmpty ? this.#builder.empty(end, depth) : this.#composeNode('block', depth));
    }
    return this.#builder.close(node);
  }

  #composeBlockMapping(properties: NodeProperties, depth: number): NodeReference {
    const tokens = this.#tokens;
    const node = this.#builder.openMapping(properties);
    tokens.take();
    while (tokens.isAt('key')) {
      const key = this.#composeBlockPart(depth);
      let value: NodeReference;
      if (tokens.isAt('value')) value = this.#composeBlockPart(depth);
      // SnakeYAML 2.1 takes a scalar that follows a key without a colon for its value.
      else if (tokens.isAt('scalar') && this.#reader === 'frontend')
        value = this.#composeNode('block-or-dashes', depth);
      else value = this.#builder.empty(tokens.peek().start, depth);
      node.pairs.push({ key, value });
    }
    this.#takeBlockEnd('This line does not fit into the map above it.');
    return this.#builder.close(node);
  }

  /** Takes `?` or `:` and what follows it. */
  #composeBlockPart(depth: number): NodeReference {
    const { end } = this.#tokens.take();
    if (this.#tokens.isAt('key', 'value', 'block-end')) return this.#builder.empty(end, depth);
    return this.#composeNode('block-or-dashes', depth);
  }

  #composeFlowSequence(properties: NodeProperties, depth: number): NodeReference {
    const tokens = this.#tokens;
    const node = this.#builder.openSequence(properties);
    const open = tokens.take();
    while (!tokens.isAt('flow-sequence-end')) {
      if (node.items.length > 0) this.#takeComma(open.start, ']');
      if (tokens.isAt('key')) {
        const pair = this.#builder.openMapping({ anchor: undefined, tag: null, start: tokens.peek().start });
        this.#builder.checkDepth(depth, pair.start);
        this.#composeFlowPair(pair, depth + 1, 'flow-sequence-end');
        node.items.push(this.#builder.close(pair));
      } else if (!tokens.isAt('flow-sequence-end')) {
        node.items.push(this.#composeNode('flow', depth));
      }
    }
    return this.#builder.close(node, tokens.take().end);
  }

  #composeFlowMapping(properties: NodeProperties, depth: number): NodeReference {
    const tokens = this.#tokens;
    const node = this.#builder.openMapping(properties);
    const open = tokens.take();
    while (!tokens.isAt('flow-mapping-end')) {
      if (node.pairs.length > 0) this.#takeComma(open.start, '}');
      if (tokens.isAt('key')) {
        this.#composeFlowPair(node, depth, 'flow-mapping-end');
      } else if (!tokens.isAt('flow-mapping-end')) {
        const key = this.#composeNode('flow', depth);
        node.pairs.push({ key, value: this.#builder.empty(key.end, depth) });
      }
    }
    return this.#builder.close(node, tokens.take().end);
  }

  #composeFlowPair(node: OpenMapping, depth: number, end: 'flow-sequence-end' | 'flow-mapping-end'): void {
    const tokens = this.#tokens;
    const composePart = (at: number, isEmpty: boolean): NodeReference =>
      isEmpty ? this.#builder.empty(at, depth) : this.#composeNode('flow', depth);
    const sign = tokens.take();
    const key = composePart(sign.end, tokens.isAt('value', 'flow-entry', end));
    if (!tokens.isAt('value')) {
      node.pairs.push({ key, value: this.#builder.empty(key.end, depth) });
      return;
    }
    const colon = tokens.take();
    node.pairs.push({ key, value: composePart(colon.end, tokens.isAt('flow-entry', end)) });
  }

  #takeComma(open: number, closing: ']' | '}'): void {
    const tokens = this.#tokens;
    if (tokens.isAt('flow-entry')) {
      tokens.take();
      return;
    }
    if (tokens.isAt('stream-end')) {
      throw new ReaderFailure('syntax', `The closing ${closing} is missing.`, open);
    }
    throw this.#unexpected(`A comma or ${closing} is missing before this.`);
  }

  #takeBlockEnd(message: string): void {
    if (!this.#tokens.isAt('block-end')) throw this.#unexpected(message);
    this.#tokens.take();
  }

  #unexpected(message: string): ReaderFailure {
    const { start, end } = this.#tokens.peek();
    return new ReaderFailure('syntax', message, start, Math.max(end, start + 1));
  }
}
