import type { MessagePart } from '@topodiff/schema';

/** A text of ours in Markdown: its backticks stay code, everything else shows as written. */
export function textLine(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[\\<>*|[\]]/g, '\\$&')))
    .join('');
}

/** A message in Markdown: words as text, values as code. */
export function formatParts(parts: readonly MessagePart[]): string {
  return parts.map(({ kind, text }) => (kind === 'value' ? codeSpan(text) : textLine(text))).join('');
}

/** A code block with a fence that is longer than any run of backticks inside. */
export function codeBlock(language: string, text: string): string {
  const fence = fenceFor(text, 3);
  return `${fence}${language}\n${text.endsWith('\n') ? text : `${text}\n`}${fence}`;
}

function codeSpan(text: string): string {
  const fence = fenceFor(text, 1);
  const needsSpace = text.startsWith('`') || text.endsWith('`') || /^ .* $/.test(text);
  return needsSpace ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

function fenceFor(text: string, least: number): string {
  const runs = text.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(least, ...runs.map((run) => run.length + 1)));
}
