/** A file that a pull request adds, removes, renames or edits. */
export interface ChangedFile {
  /** At head; at base when the file is removed. */
  readonly path: string;
  /** At base, when it is another one. */
  readonly previousPath: string | null;
}
