import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { codeSpan } from '../escape/markdown-code-span.ts';
import { textLimits } from '../limits.ts';
import { cutParts } from '../reading/cut-text.ts';
import type { MessagePart } from '../reading/message-part.ts';

/** The parts of a message as inline Markdown: values are code spans. */
export function messageMarkdown(parts: readonly MessagePart[]): string {
  return joinNeighbours(cutParts(parts, textLimits.message))
    .map((part) => (part.kind === 'value' ? codeSpan(part.text) : escapeMarkdown(part.text)))
    .join('');
}

/** Two code spans side by side would be read as one with longer delimiters. */
function joinNeighbours(parts: readonly MessagePart[]): readonly MessagePart[] {
  const joined: MessagePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === part.kind)
      joined[joined.length - 1] = { kind: part.kind, text: last.text + part.text };
    else if (part.text !== '' || part.kind === 'value') joined.push(part);
  }
  return joined;
}
