import { linkDestination } from '../escape/encode-url.ts';
import { block, inline, type Attributes, type Child, type Markup } from '../escape/markup.ts';
import { textLimits } from '../limits.ts';
import { cutParts } from '../reading/cut-text.ts';
import { ledger, type PartWords } from '../reading/ledger.ts';
import type { MessagePart } from '../reading/message-part.ts';

/** A value of a file or of a host. */
export function code(text: string): Markup {
  return inline('code', {}, text);
}

/** A link when there is a URL to go to; its text alone otherwise. */
export function link(child: Child, url: string | null): Child {
  const destination = url === null ? null : linkDestination(url);
  return destination === null ? child : inline('a', { href: destination, rel: 'noreferrer' }, child);
}

/** The parts of a message: values are code. */
export function message(parts: readonly MessagePart[]): readonly Child[] {
  return cutParts(parts, textLimits.message).map(({ kind, text }) => (kind === 'value' ? code(text) : text));
}

/** One column of a table. */
export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** A table that scrolls on its own where it is wider than the page. The first cell of a row is its heading. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Child[])[],
): Markup {
  const align = (index: number): Attributes => ({
    class: columns[index]?.isNumber === true ? 'number' : undefined,
  });
  // It can be scrolled by keyboard, and says what it is.
  return block('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': caption }, [
    block('table', {}, [
      inline('caption', {}, caption),
      inline(
        'thead',
        {},
        inline(
          'tr',
          {},
          ...columns.map(({ title }, index) => inline('th', { scope: 'col', ...align(index) }, title)),
        ),
      ),
      block(
        'tbody',
        {},
        rows.map((cells) =>
          inline(
            'tr',
            {},
            ...cells.map((cell, index) =>
              index === 0 ? inline('th', { scope: 'row' }, cell) : inline('td', align(index), cell),
            ),
          ),
        ),
      ),
    ]),
  ]);
}

/** A list; nothing when it is empty. */
export function list(items: readonly Markup[], look?: string): readonly Markup[] {
  return items.length === 0 ? [] : [block('ul', { class: look }, items)];
}

/** At most so many items, and how many there are when that is not all. */
export function upTo<Item>(
  items: readonly Item[],
  most: number,
  words: PartWords,
): { readonly shown: readonly Item[]; readonly rest: readonly Markup[] } {
  const shown = items.slice(0, most);
  const text = ledger({ shown: shown.length, all: items.length }, words, 'the JSON report');
  return { shown, rest: text === '' ? [] : [inline('p', { class: 'ledger' }, text)] };
}

/** Content under a heading; nothing without content. */
export function section(id: string, title: string, content: readonly Markup[]): readonly Markup[] {
  if (content.length === 0) return [];
  return [block('section', { 'aria-labelledby': id }, [inline('h2', { id }, title), ...content])];
}

/** Content that is folded away under a heading; nothing without content. */
export function folded(title: string, content: readonly Markup[]): readonly Markup[] {
  if (content.length === 0) return [];
  return [block('details', {}, [inline('summary', {}, inline('h2', {}, title)), ...content])];
}
