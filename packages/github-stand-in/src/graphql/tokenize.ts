import { QueryError } from './document.ts';
import type { Position } from './document.ts';

/** A piece of a query that means something; `end` stands behind the last one. */
export interface QueryToken {
  readonly kind: 'name' | 'punctuator' | 'string' | 'number' | 'end';
  readonly text: string;
  readonly position: Position;
}

const patterns: readonly (readonly [QueryToken['kind'] | 'ignored', RegExp])[] = [
  ['ignored', /(?:[\s,\uFEFF]|#[^\n]*)+/y],
  ['name', /[A-Za-z_]\w*/y],
  ['punctuator', /\.\.\.|[!$&()[\]{}:=@|]/y],
  ['string', /"(?:[^"\\\n]|\\.)*"(?!")/y],
  ['number', /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
];

/** Cuts a GraphQL document into tokens; block strings are not taken. @throws QueryError at a character that starts none */
export function tokenize(text: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  let position: Position = { line: 1, column: 1 };
  const advance = (part: string): void => {
    const lines = part.split('\n');
    const last = lines.at(-1) ?? '';
    position =
      lines.length === 1
        ? { line: position.line, column: position.column + part.length }
        : { line: position.line + lines.length - 1, column: last.length + 1 };
    at += part.length;
  };
  while (at < text.length) {
    const found = patterns
      .map(([kind, pattern]) => {
        pattern.lastIndex = at;
        return { kind, part: pattern.exec(text)?.[0] };
      })
      .find(({ part }) => part !== undefined);
    if (found?.part === undefined) {
      throw new QueryError(`Parse error on ${JSON.stringify(text[at])}`, position, { code: 'parseError' });
    }
    if (found.kind !== 'ignored') tokens.push({ kind: found.kind, text: found.part, position });
    advance(found.part);
  }
  return [...tokens, { kind: 'end', text: '', position }];
}
