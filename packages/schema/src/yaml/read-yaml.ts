import type { ConfigValue, Reader } from '../document/config-value.ts';
import type { LineIndex } from '../document/line-index.ts';
import { composeDocument } from './compose-document.ts';
import { constructFrontend } from './construct-frontend.ts';
import { constructHandler } from './construct-handler.ts';
import { ReaderFailure } from './reader-failure.ts';
import { ValueFactory } from './value-factory.ts';
import type { NodeReference } from './yaml-node.ts';

/** What one reader makes of a text: its nodes as far as they could be composed, and the value or the failure. */
export interface YamlReading {
  readonly nodes: NodeReference | null;
  readonly result:
    | { readonly kind: 'value'; readonly value: ConfigValue | null }
    | { readonly kind: 'failure'; readonly failure: ReaderFailure };
}

/** Reads a text as SnakeYAML 2.1 or PyYAML 6.0 reads it. Never throws on any text. */
export function readYaml(text: string, reader: Reader, lines: LineIndex): YamlReading {
  let nodes: NodeReference | null = null;
  try {
    checkCharacters(text);
    const { root, hasAliases } = composeDocument(text, reader);
    nodes = root;
    if (nodes === null) return { nodes, result: { kind: 'value', value: null } };
    const construct = reader === 'frontend' ? constructFrontend : constructHandler;
    const value = construct(nodes, new ValueFactory(text, lines, hasAliases));
    return { nodes, result: { kind: 'value', value: value.kind === 'null' ? null : value } };
  } catch (error) {
    if (error instanceof ReaderFailure) return { nodes, result: { kind: 'failure', failure: error } };
    throw error;
  }
}

/** What neither reader lets through anywhere in a text; a lone surrogate is bytes that are no UTF-8. */
const forbidden = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function checkCharacters(text: string): void {
  const match = forbidden.exec(text);
  if (match === null) return;
  const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const message = `The character U+${code} cannot stand in YAML; write it as an escape in double quotes.`;
  throw new ReaderFailure('control-character', message, match.index);
}
