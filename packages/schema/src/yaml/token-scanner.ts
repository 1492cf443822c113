import type { Reader } from '../document/config-value.ts';
import { char, isBlankBreakOrEnd } from './characters.ts';
import { ReaderFailure } from './reader-failure.ts';
import { scanBlockScalar } from './scan-block-scalar.ts';
import { scanDirective } from './scan-directive.ts';
import { scanPlainScalar } from './scan-plain-scalar.ts';
import { scanName, scanTag } from './scan-node-properties.ts';
import { scanQuotedScalar } from './scan-quoted-scalar.ts';
import { TextCursor } from './text-cursor.ts';
import type { MarkToken, Token, TokenKind } from './token.ts';

/** SnakeYAML's default limit for one document. */
export const codePointLimit = 3_145_728;
/** The longest key that may be written without `?`, in both readers. */
const simpleKeyLimit = 1024;

/** A place where a key may have started: whether it is one shows when a `:` follows on the same line. */
interface SimpleKey {
  readonly tokenNumber: number;
  /** At the indentation of a block mapping nothing but a key can stand. */
  readonly isRequired: boolean;
  readonly index: number;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * Cuts a text into tokens as SnakeYAML 2.1 (`frontend`) or PyYAML 6.0 (`handler`) does; both follow the same
 * algorithm of YAML 1.1, with the differences that `reader` selects. Pull-based, so that a refused text costs only
 * what was read of it.
 */
export class TokenScanner {
  readonly #reader: Reader;
  readonly #cursor: TextCursor;
  #tokens: Token[] = [];
  #head = 0;
  #taken = 0;
  #isDone = false;
  #flowLevel = 0;
  #indent = -1;
  readonly #indents: number[] = [];
  #mayStartKey = true;
  /** By flow level, the outermost first. */
  readonly #simpleKeys = new Map<number, SimpleKey>();
  /** Index of the current document's start, for the frontend's limit. */
  #documentIndex = 0;

  constructor(text: string, reader: Reader) {
    this.#reader = reader;
    this.#cursor = new TextCursor(text);
    this.#addMark('stream-start', 0);
  }

  /** The next token, which stays; `stream-end` forever at the end. */
  peek(): Token {
    while (this.#needsTokens()) this.#fetch();
    const token = this.#tokens[this.#head];
    if (token === undefined) throw new Error('The scanner has no token left');
    return token;
  }

  isAt(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.peek().kind);
  }

  take(): Token {
    const token = this.peek();
    if (token.kind === 'stream-end') return token;
    this.#head += 1;
    this.#taken += 1;
    if (this.#head > 4096) {
      this.#tokens = this.#tokens.slice(this.#head);
      this.#head = 0;
    }
    return token;
  }

  /** The frontend counts the limit of code points from the start of each document. */
  startDocument(): void {
    this.#documentIndex = this.#cursor.index;
  }

  #needsTokens(): boolean {
    if (this.#isDone) return false;
    if (this.#head === this.#tokens.length) return true;
    this.#dropStaleKeys();
    for (const key of this.#simpleKeys.values()) return key.tokenNumber === this.#taken;
    return false;
  }

  #fetch(): void {
    const cursor = this.#cursor;
    if (this.#reader === 'frontend' && cursor.index - this.#documentIndex > codePointLimit) {
      const message = 'The frontend reads at most 3,145,728 characters of one document.';
      throw new ReaderFailure('too-large', message, cursor.offset);
    }
    this.#skipToToken();
    this.#dropStaleKeys();
    this.#closeBlocks(cursor.column);
    const code = cursor.peek();
    const isAtLineStart = cursor.column === 0;
    if (code === char.end && cursor.offset >= cursor.text.length) return this.#fetchStreamEnd();
    if (code === char.percent && isAtLineStart) return this.#fetchDirective();
    if (code === char.minus && isAtLineStart && cursor.isAtMarker('---'))
      return this.#fetchMarker('document-start');
    if (code === char.dot && isAtLineStart && cursor.isAtMarker('...'))
      return this.#fetchMarker('document-end');
    switch (code) {
      case char.openBracket:
        return this.#fetchFlowStart('flow-sequence-start');
      case char.openBrace:
        return this.#fetchFlowStart('flow-mapping-start');
      case char.closeBracket:
        return this.#fetchFlowEnd('flow-sequence-end');
      case char.closeBrace:
        return this.#fetchFlowEnd('flow-mapping-end');
      case char.comma:
        this.#mayStartKey = true;
        this.#forgetKey();
        return this.#addMark('flow-entry', 1);
      case char.asterisk:
      case char.ampersand:
        this.#noteKey();
        this.#mayStartKey = false;
        return this.#add(scanName(cursor, this.#reader));
      case char.bang:
        this.#noteKey();
        this.#mayStartKey = false;
        return this.#add(scanTag(cursor));
      case char.singleQuote:
      case char.doubleQuote:
        this.#noteKey();
        this.#mayStartKey = false;
        return this.#add(scanQuotedScalar(cursor, this.#reader));
    }
    const isInFlow = this.#flowLevel !== 0;
    const isFollowedByBlank = isBlankBreakOrEnd(cursor.peek(1));
    if (code === char.minus && isFollowedByBlank) return this.#fetchBlockEntry();
    if (code === char.question && (isInFlow || isFollowedByBlank)) return this.#fetchKey();
    if (code === char.colon && (isInFlow || isFollowedByBlank)) return this.#fetchValue();
    if ((code === char.pipe || code === char.greater) && !isInFlow) {
      this.#mayStartKey = true;
      this.#forgetKey();
      return this.#add(scanBlockScalar(cursor, this.#indent));
    }
    if (
      startsPlainScalar(code) ||
      (!isFollowedByBlank && (code === char.minus || (!isInFlow && isKeySign(code))))
    ) {
      return this.#fetchPlainScalar();
    }
    throw this.#unexpectedCharacter();
  }

  #skipToToken(): void {
    const cursor = this.#cursor;
    if (cursor.index === 0 && cursor.peek() === char.byteOrderMark) cursor.advance();
    for (;;) {
      cursor.skipSpaces();
      if (cursor.peek() === char.hash) cursor.skipToLineEnd();
      if (cursor.takeBreak() === '') return;
      if (this.#flowLevel === 0) this.#mayStartKey = true;
    }
  }

  #unexpectedCharacter(): ReaderFailure {
    const cursor = this.#cursor;
    const { offset } = cursor;
    if (cursor.peek() !== char.tab) {
      const character = JSON.stringify(String.fromCodePoint(cursor.text.codePointAt(offset) ?? 0));
      return new ReaderFailure('syntax', `No value can start with ${character}; quote it.`, offset);
    }
    const before =
      cursor.text
        .slice(Math.max(0, offset - 1000), offset)
        .split(/[\n\r\x85\u2028\u2029]/)
        .at(-1) ?? '';
    const tabs = /^\t+/.exec(cursor.text.slice(offset, offset + 1000))?.[0].length ?? 1;
    if (before.trim() === '') {
      const message = 'A TAB stands in the indentation; YAML indents with spaces only.';
      return new ReaderFailure('tab-indentation', message, offset, offset + tabs);
    }
    const last = this.#tokens.at(-1)?.kind ?? 'stream-start';
    if (
      last === 'scalar' ||
      last === 'alias' ||
      last === 'flow-sequence-end' ||
      last === 'flow-mapping-end'
    ) {
      return new ReaderFailure(
        'tab-after-value',
        'A TAB follows a value; only spaces may.',
        offset,
        offset + tabs,
      );
    }
    return new ReaderFailure(
      'syntax',
      'A TAB separates a key from its value; only spaces may.',
      offset,
      offset + tabs,
    );
  }

  // Simple keys: a token that may turn out to be a key is remembered until its `:` is seen or cannot come any more.

  #dropStaleKeys(): void {
    for (const [level, key] of this.#simpleKeys) {
      if (key.line === this.#cursor.line && this.#cursor.index - key.index <= simpleKeyLimit) continue;
      if (key.isRequired) throw missingColon(key);
      this.#simpleKeys.delete(level);
    }
  }

  #noteKey(): void {
    const cursor = this.#cursor;
    const isRequired = this.#flowLevel === 0 && this.#indent === cursor.column;
    if (!this.#mayStartKey) {
      if (isRequired && this.#reader === 'frontend') {
        throw new ReaderFailure('syntax', 'A key must be the first on its line.', cursor.offset);
      }
      return;
    }
    this.#forgetKey();
    const { index, line, column, offset } = cursor;
    const tokenNumber = this.#taken + this.#tokens.length - this.#head;
    this.#simpleKeys.set(this.#flowLevel, { tokenNumber, isRequired, index, line, column, offset });
  }

  #forgetKey(): void {
    const key = this.#simpleKeys.get(this.#flowLevel);
    if (key === undefined) return;
    if (key.isRequired) throw missingColon(key);
    this.#simpleKeys.delete(this.#flowLevel);
  }

  // Indentation: a deeper column opens a block collection, a shallower one closes it.

  #openBlock(column: number): boolean {
    if (this.#indent >= column) return false;
    this.#indents.push(this.#indent);
    this.#indent = column;
    return true;
  }

  #closeBlocks(column: number): void {
    if (this.#flowLevel !== 0) return;
    while (this.#indent > column) {
      this.#indent = this.#indents.pop() ?? -1;
      this.#addMark('block-end', 0);
    }
  }

  #add(token: Token): void {
    this.#tokens.push(token);
  }

  #addMark(kind: MarkToken['kind'], length: number): void {
    const start = this.#cursor.offset;
    this.#cursor.advance(length);
    this.#tokens.push({ kind, start, end: start + length });
  }

  #fetchStreamEnd(): void {
    this.#closeBlocks(-1);
    this.#forgetKey();
    this.#mayStartKey = false;
    this.#simpleKeys.clear();
    this.#addMark('stream-end', 0);
    this.#isDone = true;
  }

  #fetchDirective(): void {
    this.#closeBlocks(-1);
    this.#forgetKey();
    this.#mayStartKey = false;
    this.#add(scanDirective(this.#cursor, this.#reader));
  }

  #fetchMarker(kind: 'document-start' | 'document-end'): void {
    this.#closeBlocks(-1);
    this.#forgetKey();
    this.#mayStartKey = false;
    this.#addMark(kind, 3);
  }

  #fetchFlowStart(kind: 'flow-sequence-start' | 'flow-mapping-start'): void {
    this.#noteKey();
    this.#flowLevel += 1;
    this.#mayStartKey = true;
    this.#addMark(kind, 1);
  }

  #fetchFlowEnd(kind: 'flow-sequence-end' | 'flow-mapping-end'): void {
    this.#forgetKey();
    this.#flowLevel -= 1;
    this.#mayStartKey = false;
    this.#addMark(kind, 1);
  }

  #fetchBlockEntry(): void {
    if (this.#flowLevel === 0) {
      this.#requireKeyPlace('A list entry (-) cannot stand here.');
      if (this.#openBlock(this.#cursor.column)) this.#addMark('block-sequence-start', 0);
    }
    this.#mayStartKey = true;
    this.#forgetKey();
    this.#addMark('block-entry', 1);
  }

  #fetchKey(): void {
    if (this.#flowLevel === 0) {
      this.#requireKeyPlace('A key (?) cannot stand here.');
      if (this.#openBlock(this.#cursor.column)) this.#addMark('block-mapping-start', 0);
    }
    this.#mayStartKey = this.#flowLevel === 0;
    this.#forgetKey();
    this.#addMark('key', 1);
  }

  #fetchValue(): void {
    const key = this.#simpleKeys.get(this.#flowLevel);
    if (key !== undefined) {
      this.#simpleKeys.delete(this.#flowLevel);
      const at = this.#head + key.tokenNumber - this.#taken;
      const place = { start: key.offset, end: key.offset };
      const opens = this.#flowLevel === 0 && this.#openBlock(key.column);
      if (opens)
        this.#tokens.splice(at, 0, { kind: 'block-mapping-start', ...place }, { kind: 'key', ...place });
      else this.#tokens.splice(at, 0, { kind: 'key', ...place });
      this.#mayStartKey = false;
    } else {
      if (this.#flowLevel === 0) {
        this.#requireKeyPlace('A second ": " cannot stand here; quote the text that holds it.');
        if (this.#openBlock(this.#cursor.column)) this.#addMark('block-mapping-start', 0);
      }
      this.#mayStartKey = this.#flowLevel === 0;
      this.#forgetKey();
    }
    this.#addMark('value', 1);
  }

  #fetchPlainScalar(): void {
    this.#noteKey();
    const context = { reader: this.#reader, isInFlow: this.#flowLevel !== 0, indent: this.#indent + 1 };
    const { token, endsOnNewLine } = scanPlainScalar(this.#cursor, context);
    this.#mayStartKey = endsOnNewLine;
    this.#add(token);
  }

  #requireKeyPlace(message: string): void {
    if (!this.#mayStartKey) throw new ReaderFailure('syntax', message, this.#cursor.offset);
  }
}

function startsPlainScalar(code: number): boolean {
  return (
    !isBlankBreakOrEnd(code) && !(code < 128 && '-?:,[]{}#&*!|>\'"%@`'.includes(String.fromCharCode(code)))
  );
}

function isKeySign(code: number): boolean {
  return code === char.question || code === char.colon;
}

function missingColon(key: SimpleKey): ReaderFailure {
  return new ReaderFailure('syntax', 'A key must be followed by ": " on its line.', key.offset);
}
