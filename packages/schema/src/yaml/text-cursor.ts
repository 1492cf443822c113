import { char, isBreak } from './characters.ts';

/**
 * Walks through a text and counts as SnakeYAML and PyYAML count: lines end at CR, LF, CRLF, NEL, LS and PS; columns
 * and the index are in code points, and a byte order mark has no width.
 */
export class TextCursor {
  readonly text: string;
  /** UTF-16 code units from the start. */
  offset = 0;
  /** Code points from the start. */
  index = 0;
  line = 0;
  /** Code points from the start of the line. */
  column = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The code unit `ahead` of the cursor; 0 past the end. */
  peek(ahead = 0): number {
    const at = this.offset + ahead;
    return at < this.text.length ? this.text.charCodeAt(at) : char.end;
  }

  advance(units = 1): void {
    const { text } = this;
    const target = Math.min(this.offset + units, text.length);
    while (this.offset < target) {
      const code = text.charCodeAt(this.offset);
      this.offset += 1;
      if (code >= 0xdc00 && code <= 0xdfff) continue; // the second half of a code point that is already counted
      this.index += 1;
      if (isBreak(code) && !(code === char.carriageReturn && this.peek() === char.lineFeed)) {
        this.line += 1;
        this.column = 0;
      } else if (code !== char.byteOrderMark) {
        this.column += 1;
      }
    }
  }

  /** Takes the next code units as text. */
  take(units: number): string {
    const taken = this.text.slice(this.offset, this.offset + units);
    this.advance(units);
    return taken;
  }

  skipSpaces(): void {
    while (this.peek() === char.space) this.advance();
  }

  skipToLineEnd(): void {
    let length = 0;
    for (let code = this.peek(); code !== char.end && !isBreak(code); code = this.peek(length)) length += 1;
    this.advance(length);
  }

  /** Takes one line break and gives it as the readers keep it: LF, or LS and PS themselves; empty when there is none. */
  takeBreak(): string {
    const code = this.peek();
    if (code === char.lineSeparator || code === char.paragraphSeparator) return this.take(1);
    if (!isBreak(code)) return '';
    this.advance(code === char.carriageReturn && this.peek(1) === char.lineFeed ? 2 : 1);
    return '\n';
  }

  /** Whether the next three characters are the given document marker and stand alone. */
  isAtMarker(marker: '---' | '...', mustStandAlone = true): boolean {
    if (!this.text.startsWith(marker, this.offset)) return false;
    if (!mustStandAlone) return true;
    const after = this.peek(3);
    return after === char.end || after === char.tab || after === char.space || isBreak(after);
  }
}
