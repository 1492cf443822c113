import type { ConfigPath, ConfigValue, MapEntry, MapValue, ModelConfigDocument } from '@topodiff/schema';
import type { FixEdit } from './fix-edit.ts';
import type { TextEdit } from './text-edit.ts';

/** A node of the file whose place in the text is its own: reached through no alias and no merge. */
interface PlacedEntry {
  readonly map: MapValue;
  readonly entry: MapEntry;
}

/**
 * The edits of a fix as places in the text, in file order, or null when one of them cannot be made safely: its node stands
 * elsewhere (alias, merge), its key occurs twice, or the text around it has a form that is not understood.
 */
export function resolveFix(
  edits: readonly FixEdit[],
  document: ModelConfigDocument,
): readonly TextEdit[] | null {
  const resolved = edits.map((edit) => resolveEdit(edit, document));
  if (resolved.some((edit) => edit === null)) return null;
  return resolved.flatMap((edit) => edit ?? []).sort((a, b) => a.range.start.offset - b.range.start.offset);
}

function resolveEdit(edit: FixEdit, document: ModelConfigDocument): TextEdit | null {
  switch (edit.kind) {
    case 'replace-range':
      return { range: edit.range, text: edit.text };
    case 'replace-value':
      return replaceValue(edit.at, edit.text, document);
    case 'rename-key':
      return renameKey(edit.at, edit.name, document);
    case 'remove-entry':
      return removeEntry(edit.at, document);
    case 'add-entry':
      return addEntry(edit.map, edit.key, edit.text, document);
  }
}

function replaceValue(at: ConfigPath, text: string, document: ModelConfigDocument): TextEdit | null {
  const value = ownValueAt(at, document);
  if (value === null || hasAnchor(value, document)) return null;
  if (value.source !== '') return { range: value.range, text };
  // `key:` without a value has an empty place right behind the colon.
  const before = document.text.charAt(value.range.start.offset - 1);
  return { range: value.range, text: before === ' ' ? text : ` ${text}` };
}

function renameKey(at: ConfigPath, name: string, document: ModelConfigDocument): TextEdit | null {
  const placed = ownEntryAt(at, document);
  if (placed === null || hasKey(placed.map, name) || isDuplicate(at, document)) return null;
  return { range: placed.entry.key.range, text: name };
}

/**
 * In block style the entry's lines go, with the line break behind them; a comment behind the value stays as a line of its
 * own. In flow style the entry goes with one comma.
 */
function removeEntry(at: ConfigPath, document: ModelConfigDocument): TextEdit | null {
  const placed = ownEntryAt(at, document);
  if (placed === null || placed.map.entries.length < 2 || isDuplicate(at, document)) return null;
  const { text } = document;
  const start = placed.entry.key.range.start.offset;
  const end = placed.entry.value.range.end.offset;
  if (isFlow(placed.map)) return removeFromFlow(document, start, end);
  const lineStart = lineStartOf(text, start);
  const indent = text.slice(lineStart, start);
  const behind = /^[ \t]*(#[^\r\n]*)?(\r\n|\r|\n|$)/.exec(text.slice(end));
  if (!/^ *$/.test(indent) || behind === null) return null;
  const [all, comment, lineBreak = ''] = behind;
  const kept = comment === undefined ? '' : `${indent}${comment}${lineBreak}`;
  return editBetween(document, lineStart, end + all.length, kept);
}

function removeFromFlow(document: ModelConfigDocument, start: number, end: number): TextEdit | null {
  const { text } = document;
  const comma = /^\s*,[ \t]*/.exec(text.slice(end));
  if (comma !== null) return editBetween(document, start, end + comma[0].length, '');
  const before = /,\s*$/.exec(text.slice(0, start));
  return before === null ? null : editBetween(document, start - before[0].length, end, '');
}

function addEntry(at: ConfigPath, key: string, text: string, document: ModelConfigDocument): TextEdit | null {
  const map = ownValueAt(at, document);
  if (map?.kind !== 'map' || hasKey(map, key)) return null;
  const first = map.entries
    .filter(({ isMerged }) => !isMerged)
    .map((entry) => entry.key.range.start.offset)
    .sort((a, b) => a - b)[0];
  if (first === undefined) return null;
  if (isFlow(map)) return editBetween(document, first, first, `${key}: ${text}, `);
  const indent = document.text.slice(lineStartOf(document.text, first), first);
  if (!/^\ufeff? *$/.test(indent)) return null;
  const lineBreak = /\r\n|\r|\n/.exec(document.text)?.[0] ?? '\n';
  return editBetween(document, first, first, `${key}: ${text}${lineBreak}${indent.replace('\ufeff', '')}`);
}

/** The value at a path whose text belongs to this path alone; aliases end the way, unless the value itself is one. */
function ownValueAt(at: ConfigPath, document: ModelConfigDocument): ConfigValue | null {
  let value = rootOf(document);
  for (const segment of at) {
    if (value === null || isAlias(value)) return null;
    if (typeof segment === 'number') value = value.kind === 'list' ? (value.items[segment] ?? null) : null;
    else value = value.kind === 'map' ? (findEntry(value, segment)?.value ?? null) : null;
  }
  return value;
}

function ownEntryAt(at: ConfigPath, document: ModelConfigDocument): PlacedEntry | null {
  const key = at.at(-1);
  const map = ownValueAt(at.slice(0, -1), document);
  if (typeof key !== 'string' || map?.kind !== 'map' || isAlias(map)) return null;
  const entry = findEntry(map, key);
  return entry === undefined ? null : { map, entry };
}

function findEntry(map: MapValue, name: string): MapEntry | undefined {
  return map.entries.find(({ key, isMerged }) => !isMerged && key.kind === 'string' && key.value === name);
}

function hasKey(map: MapValue, name: string): boolean {
  return map.entries.some(({ key }) => key.kind === 'string' && key.value === name);
}

function rootOf({ frontend, handler }: ModelConfigDocument): ConfigValue | null {
  if (frontend.outcome === 'loaded') return frontend.root;
  return handler.outcome === 'loaded' ? handler.root : null;
}

/** An alias stands as `*name`; no other collection or scalar starts so. */
function isAlias({ source }: ConfigValue): boolean {
  return source.startsWith('*');
}

/** Other places repeat what has an anchor, and would change with it. */
function hasAnchor({ range }: ConfigValue, { text }: ModelConfigDocument): boolean {
  return /&[^\s,[\]{}]+\s+$/.test(text.slice(Math.max(range.start.offset - 200, 0), range.start.offset));
}

function isFlow({ source }: MapValue): boolean {
  return source.startsWith('{');
}

function isDuplicate(at: ConfigPath, { duplicateKeys }: ModelConfigDocument): boolean {
  const wanted = JSON.stringify(at);
  return duplicateKeys.some(({ path }) => JSON.stringify(path) === wanted);
}

function lineStartOf(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function editBetween(document: ModelConfigDocument, start: number, end: number, text: string): TextEdit {
  return { range: document.rangeBetween(start, end), text };
}
