import type { MessagePart } from './message-part.ts';

/** At most `length` characters; what is left out at the end becomes `…`. */
export function cutEnd(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** At most `length` characters; what is left out in the middle becomes `…`. Paths differ at both ends. */
export function cutMiddle(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  const tail = Math.floor((length - 1) / 2);
  return `${characters.slice(0, length - 1 - tail).join('')}…${characters.slice(-tail).join('')}`;
}

/** Message parts with at most `length` characters in all. */
export function cutParts(parts: readonly MessagePart[], length: number): readonly MessagePart[] {
  const kept: MessagePart[] = [];
  let left = length;
  for (const part of parts) {
    if (left <= 0) return [...kept, { kind: 'text', text: '…' }];
    const text = cutEnd(part.text, left);
    kept.push({ kind: part.kind, text });
    left -= part.text.length;
  }
  return kept;
}
