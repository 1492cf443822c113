/** A place in a text. */
export interface SourcePosition {
  /** UTF-16 code units from the start of the text, 0-based. */
  readonly offset: number;
  /** 1-based; CR, LF and CRLF each end a line. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** A stretch of a text; `end` is the position after its last character. */
export interface SourceRange {
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}
