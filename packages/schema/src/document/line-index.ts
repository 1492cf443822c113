import type { SourcePosition, SourceRange } from './source-range.ts';

const byteOrderMark = '\ufeff';

/** Finds line and column of an offset in a text; CR, LF and CRLF end a line, a byte order mark has no column. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;
  /** The line that was found last: most questions come in the order of the text. */
  #last = 0;

  constructor(text: string) {
    if (text.startsWith(byteOrderMark)) this.#starts[0] = 1;
    for (let offset = 0; offset < text.length; offset += 1) {
      const code = text.charCodeAt(offset);
      if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) this.#starts.push(offset + 1);
    }
    this.#length = text.length;
  }

  /** Offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): SourcePosition {
    const at = Math.min(Math.max(offset, 0), this.#length);
    const line = this.#lineOf(at);
    return { offset: at, line: line + 1, column: Math.max(at - (this.#starts[line] ?? 0), 0) + 1 };
  }

  rangeBetween(start: number, end: number): SourceRange {
    return { start: this.positionAt(start), end: this.positionAt(Math.max(start, end)) };
  }

  /** The first line without its line break. */
  firstLine(text: string): SourceRange {
    const end = /[\r\n]/.exec(text)?.index ?? text.length;
    return this.rangeBetween(0, end);
  }

  #lineOf(offset: number): number {
    if (this.#holds(this.#last, offset)) return this.#last;
    if (this.#holds(this.#last + 1, offset)) return (this.#last += 1);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (this.#last = low);
  }

  #holds(line: number, offset: number): boolean {
    const start = this.#starts[line];
    return start !== undefined && start <= offset && offset < (this.#starts[line + 1] ?? Infinity);
  }
}
