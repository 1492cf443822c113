import { constructFrontendScalar, type ScalarContent } from '../yaml/construct-frontend-scalar.ts';
import { constructHandlerScalar } from '../yaml/construct-handler-scalar.ts';
import { ReaderFailure } from '../yaml/reader-failure.ts';
import { resolveTag } from '../yaml/resolve-tag.ts';
import { isMergeKey, typeNameOf, type NodeReference, type ScalarNode } from '../yaml/yaml-node.ts';
import type { ConfigPath } from './config-path.ts';
import type { ConfigValue, Reader } from './config-value.ts';
import type { LineIndex } from './line-index.ts';
import type { PlainScalar } from './model-config-document.ts';
import type { SourceRange } from './source-range.ts';
import { pathOf, trailOfValue, type NodeTrail } from './node-trail.ts';

/** All plain scalars of a document in file order, each where it is written; merge keys are left out. */
export function collectPlainScalars(root: NodeReference, text: string, lines: LineIndex): PlainScalar[] {
  const scalars: PlainScalar[] = [];
  const visit = (node: NodeReference, trail: NodeTrail | null, isKey: boolean): void => {
    if (node.kind === 'scalar') {
      if (node.style !== 'plain' || node.isTagged || node.text === '') return;
      scalars.push(new LocatedScalar(node, trail, isKey, text, lines));
    } else if (node.kind === 'sequence') {
      node.items.forEach((item, index) =>
        visit(item, isKey ? trail : { parent: trail, segment: index }, isKey),
      );
    } else if (node.kind === 'mapping') {
      for (const pair of node.pairs) {
        const inner = isKey ? trail : trailOfValue(pair, trail, text);
        if (!isMergeKey(pair.key)) visit(pair.key, inner, true);
        visit(pair.value, inner, isKey);
      }
    }
  };
  visit(root, null, false);
  return scalars;
}

/** A large file holds a million of them: everything but the node is worked out when it is asked for. */
class LocatedScalar implements PlainScalar {
  readonly isKey: boolean;
  readonly #node: ScalarNode;
  readonly #trail: NodeTrail | null;
  readonly #text: string;
  readonly #lines: LineIndex;

  constructor(node: ScalarNode, trail: NodeTrail | null, isKey: boolean, text: string, lines: LineIndex) {
    this.isKey = isKey;
    this.#node = node;
    this.#trail = trail;
    this.#text = text;
    this.#lines = lines;
  }

  get path(): ConfigPath {
    return pathOf(this.#trail);
  }

  get range(): SourceRange {
    return this.#lines.rangeBetween(this.#node.start, this.#node.end);
  }

  get source(): string {
    return this.#text.slice(this.#node.start, this.#node.end);
  }

  get frontend(): ConfigValue {
    return { ...contentOf(this.#node, 'frontend'), range: this.range, source: this.source };
  }

  get handler(): ConfigValue {
    return { ...contentOf(this.#node, 'handler'), range: this.range, source: this.source };
  }
}

/** What a reader makes of a plain scalar; where its parser fails on it, the text. */
function contentOf(node: ScalarNode, reader: Reader): ScalarContent {
  const name = typeNameOf(resolveTag(node.text, reader));
  const construct = reader === 'frontend' ? constructFrontendScalar : constructHandlerScalar;
  const asText = { kind: 'string', value: node.text, isPlain: true } as const;
  try {
    return construct(name, node) ?? asText;
  } catch (error) {
    if (error instanceof ReaderFailure) return asText;
    throw error;
  }
}
