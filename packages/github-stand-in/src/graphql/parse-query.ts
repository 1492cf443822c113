import type { Json } from '../openapi/description.ts';
import { QueryError } from './document.ts';
import type {
  Field,
  QueryDocument,
  Selection,
  TypedSelections,
  Value,
  VariableDefinition,
} from './document.ts';
import { tokenize } from './tokenize.ts';
import type { QueryToken } from './tokenize.ts';

/**
 * Reads one query: variables without defaults, fields with aliases and scalar arguments, fragments. Mutations,
 * directives, lists and input objects are refused.
 */
class QueryParser {
  readonly #tokens: readonly QueryToken[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  parseDocument(): QueryDocument {
    const fragments = new Map<string, TypedSelections>();
    let query: Omit<QueryDocument, 'fragments'> | null = null;
    while (this.#next.kind !== 'end') {
      const start = this.#next;
      if (this.#takeIf('fragment')) {
        const name = this.#take('name').text;
        fragments.set(name, this.#parseTyped());
      } else if (query === null) {
        query = this.#parseOperation();
      } else {
        throw this.#unexpected(start);
      }
    }
    if (query === null) throw this.#unexpected(this.#next);
    return { ...query, fragments };
  }

  get #next(): QueryToken {
    const token = this.#tokens[this.#at] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Error('tokenize always ends with a token');
    return token;
  }

  #unexpected(token: QueryToken): QueryError {
    const shown = token.kind === 'end' ? 'end of query' : JSON.stringify(token.text);
    return new QueryError(`Parse error on ${shown}`, token.position, { code: 'parseError' });
  }

  #takeIf(text: string): boolean {
    if (this.#next.text !== text || this.#next.kind === 'string') return false;
    this.#at += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#takeIf(text)) throw this.#unexpected(this.#next);
  }

  #take(kind: QueryToken['kind']): QueryToken {
    const token = this.#next;
    if (token.kind !== kind) throw this.#unexpected(token);
    this.#at += 1;
    return token;
  }

  /** Everything up to the closing text, which is taken too. */
  #parseUntil<T>(closing: string, parseOne: () => T): T[] {
    const items: T[] = [];
    while (!this.#takeIf(closing)) items.push(parseOne());
    return items;
  }

  #parseOperation(): Omit<QueryDocument, 'fragments'> {
    if (this.#takeIf('query')) {
      if (this.#next.kind === 'name') this.#at += 1;
      const variables = this.#takeIf('(') ? this.#parseUntil(')', () => this.#parseVariable()) : [];
      return { variables, selections: this.#parseSelections() };
    }
    return { variables: [], selections: this.#parseSelections() };
  }

  #parseVariable(): VariableDefinition {
    const { position } = this.#next;
    this.#expect('$');
    const name = this.#take('name').text;
    this.#expect(':');
    const type = this.#take('name').text;
    return { name, type: this.#takeIf('!') ? `${type}!` : type, position };
  }

  #parseSelections(): Selection[] {
    const { position } = this.#next;
    this.#expect('{');
    const selections = this.#parseUntil('}', () => this.#parseSelection());
    if (selections.length === 0) throw new QueryError('Parse error on "}"', position, { code: 'parseError' });
    return selections;
  }

  #parseSelection(): Selection {
    const { position } = this.#next;
    if (!this.#takeIf('...')) return this.#parseField();
    if (this.#next.text === 'on') return this.#parseTyped();
    return { kind: 'spread', fragment: this.#take('name').text, position };
  }

  #parseTyped(): TypedSelections {
    const { position } = this.#next;
    this.#expect('on');
    return { kind: 'typed', type: this.#take('name').text, selections: this.#parseSelections(), position };
  }

  #parseField(): Field {
    const first = this.#take('name');
    const name = this.#takeIf(':') ? this.#take('name').text : first.text;
    const args = this.#takeIf('(') ? this.#parseUntil(')', () => this.#parseArgument()) : [];
    const selections = this.#next.text === '{' ? this.#parseSelections() : [];
    return {
      kind: 'field',
      key: first.text,
      name,
      args: new Map(args),
      selections,
      position: first.position,
    };
  }

  #parseArgument(): [string, Value] {
    const name = this.#take('name').text;
    this.#expect(':');
    return [
      name,
      this.#takeIf('$') ? { variable: this.#take('name').text } : { literal: this.#parseLiteral() },
    ];
  }

  #parseLiteral(): Json {
    const token = this.#next;
    this.#at += 1;
    if (token.kind === 'string' || token.kind === 'number') return JSON.parse(token.text) as Json; // the two agree on scalars
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    if (token.text === 'null') return null;
    throw this.#unexpected(token);
  }
}

/** @throws QueryError with the place where the text is no query, or one that the stand-in does not take */
export function parseQuery(text: string): QueryDocument {
  return new QueryParser(text).parseDocument();
}
