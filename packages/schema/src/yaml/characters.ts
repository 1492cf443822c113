/** Character codes and classes of YAML 1.1 as both readers use them; 0 stands for the end of the text. */
export const char = {
  end: 0,
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  bang: 33,
  doubleQuote: 34,
  hash: 35,
  percent: 37,
  ampersand: 38,
  singleQuote: 39,
  asterisk: 42,
  plus: 43,
  comma: 44,
  minus: 45,
  dot: 46,
  digit0: 48,
  digit9: 57,
  colon: 58,
  less: 60,
  greater: 62,
  question: 63,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  pipe: 124,
  closeBrace: 125,
  nextLine: 0x85,
  lineSeparator: 0x2028,
  paragraphSeparator: 0x2029,
  byteOrderMark: 0xfeff,
} as const;

export function isBreak(code: number): boolean {
  return (
    code === char.lineFeed ||
    code === char.carriageReturn ||
    code === char.nextLine ||
    code === char.lineSeparator ||
    code === char.paragraphSeparator
  );
}

export function isBreakOrEnd(code: number): boolean {
  return code === char.end || isBreak(code);
}

export function isSpaceBreakOrEnd(code: number): boolean {
  return code === char.space || isBreakOrEnd(code);
}

export function isBlankBreakOrEnd(code: number): boolean {
  return code === char.tab || isSpaceBreakOrEnd(code);
}

/** Letters, digits, `-` and `_`: names of directives, tag handles and (for PyYAML) anchors. */
export function isWordCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= char.digit0 && code <= char.digit9) ||
    code === char.minus ||
    code === 95
  );
}

/** What may stand in a tag, `%` included. */
export function isUriCharacter(code: number): boolean {
  return (
    isWordCharacter(code) ||
    (code < 128 && code > 32 && ";/?:@&=+$,.!~*'()[]%".includes(String.fromCharCode(code)))
  );
}

export function isFlowIndicator(code: number): boolean {
  return (
    code === char.comma ||
    code === char.openBracket ||
    code === char.closeBracket ||
    code === char.openBrace ||
    code === char.closeBrace
  );
}
