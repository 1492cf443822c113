import type { ConfigPath, SourceRange } from '@topodiff/schema';

/**
 * One edit of a fix as a rule says it: by path, so that a rule sees no text. The engine finds the places; a fix of which one
 * edit cannot be made safely (an entry that a merge brings in, a map that would be left empty) is left out as a whole.
 */
export type FixEdit =
  /** Writes another value; `text` is YAML that fits on the line. */
  | { readonly kind: 'replace-value'; readonly at: ConfigPath; readonly text: string }
  /** Renames a key; not made when its map has a key of the new name already. */
  | { readonly kind: 'rename-key'; readonly at: ConfigPath; readonly name: string }
  /** Removes an entry with its lines; comments on them stay. Not made for the last entry of a map. */
  | { readonly kind: 'remove-entry'; readonly at: ConfigPath }
  /** Adds a line to the map at `map`, before its first entry; not made when the map has the key already. */
  | { readonly kind: 'add-entry'; readonly map: ConfigPath; readonly key: string; readonly text: string }
  /** Replaces a stretch that the document itself gave, for what has no path (a tab, a key that is no text). */
  | { readonly kind: 'replace-range'; readonly range: SourceRange; readonly text: string };
