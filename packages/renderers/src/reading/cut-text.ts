import { utf8Bytes } from './utf8-bytes.ts';
import type { MessagePart } from './message-part.ts';

/** At most `length` characters; what is left out at the end becomes `…`. */
export function cutEnd(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** At most so many UTF-8 bytes, cut between characters; what is left out at the end becomes `…`. */
export function cutBytes(text: string, bytes: number): string {
  if (utf8Bytes(text) <= bytes) return text;
  const room = bytes - utf8Bytes('…');
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += utf8Bytes(character);
    if (used > room) break;
    end += character.length;
  }
  return `${text.slice(0, end)}…`;
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
