export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

interface Place {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

export interface ScalarToken extends Place {
  readonly kind: 'scalar';
  readonly value: string;
  readonly style: ScalarStyle;
}

export interface NameToken extends Place {
  readonly kind: 'alias' | 'anchor';
  readonly name: string;
}

export interface TagToken extends Place {
  readonly kind: 'tag';
  /** `!`, `!!` or `!name!`; null for a verbatim tag. */
  readonly handle: string | null;
  readonly suffix: string;
}

export interface DirectiveToken extends Place {
  readonly kind: 'directive';
  readonly directive:
    | { readonly name: 'YAML'; readonly major: string }
    | { readonly name: 'TAG'; readonly handle: string; readonly prefix: string }
    | { readonly name: 'other' };
}

export interface MarkToken extends Place {
  readonly kind:
    | 'stream-start'
    | 'stream-end'
    | 'document-start'
    | 'document-end'
    | 'block-sequence-start'
    | 'block-mapping-start'
    | 'block-end'
    | 'flow-sequence-start'
    | 'flow-sequence-end'
    | 'flow-mapping-start'
    | 'flow-mapping-end'
    | 'block-entry'
    | 'flow-entry'
    | 'key'
    | 'value';
}

/** What the scanner makes of the text, in the order of the text. */
export type Token = ScalarToken | NameToken | TagToken | DirectiveToken | MarkToken;
export type TokenKind = Token['kind'];
