import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutParts } from '../reading/cut-text.ts';
import type { MessagePart } from '../reading/message-part.ts';
import type { Piece } from './layout/wrap-pieces.ts';
import type { TextStyles } from './text-options.ts';

/** The parts of a message, escaped; values stand out. */
export function messagePieces(parts: readonly MessagePart[], styles: TextStyles): readonly Piece[] {
  return cutParts(parts, textLimits.message).map((part) => {
    const text = escapeTerminal(part.text);
    return part.kind === 'value' ? { text, style: styles.bold } : { text };
  });
}
