/** A file that a pull request adds, removes, renames or edits. */
export interface ChangedFile {
  /** At head; at base when the file is removed. */
  readonly path: string;
  /** At base, when it is another one. */
  readonly previousPath: string | null;
}

/** The same with the lines that GitHub shows of it: null for a binary file and for very long differences. */
export interface ListedFile extends ChangedFile {
  readonly patch: string | null;
}
