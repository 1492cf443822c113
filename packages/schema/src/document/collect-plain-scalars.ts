import { constructFrontendScalar } from '../yaml/construct-frontend-scalar.ts';
import { constructHandlerScalar } from '../yaml/construct-handler-scalar.ts';
import { ReaderFailure } from '../yaml/reader-failure.ts';
import { resolveTag } from '../yaml/resolve-tag.ts';
import { isMergeKey, typeNameOf, type NodeReference, type ScalarNode } from '../yaml/yaml-node.ts';
import type { Reader } from './config-value.ts';
import type { LineIndex } from './line-index.ts';
import type { PlainScalar } from './model-config-document.ts';
import { pathOf, trailOfValue, type NodeTrail } from './node-trail.ts';

/** All plain scalars of a document in file order, each where it is written; merge keys are left out. */
export function collectPlainScalars(root: NodeReference, text: string, lines: LineIndex): PlainScalar[] {
  const scalars: PlainScalar[] = [];
  const visit = (node: NodeReference, trail: NodeTrail | null, isKey: boolean): void => {
    if (node.kind === 'scalar') {
      if (node.style === 'plain' && !node.isTagged && node.text !== '')
        scalars.push(plainScalar(node, trail, isKey));
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
  const plainScalar = (node: ScalarNode, trail: NodeTrail | null, isKey: boolean): PlainScalar => {
    const range = lines.rangeBetween(node.start, node.end);
    const source = text.slice(node.start, node.end);
    return {
      get path() {
        return pathOf(trail);
      },
      isKey,
      source,
      range,
      frontend: { ...contentOf(node, 'frontend'), range, source },
      handler: { ...contentOf(node, 'handler'), range, source },
    };
  };
  visit(root, null, false);
  return scalars;
}

/** What a reader makes of a plain scalar; where its parser fails on it, the text. */
export function contentOf(node: ScalarNode, reader: Reader): Content {
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

type Content = NonNullable<ReturnType<typeof constructFrontendScalar>>;
