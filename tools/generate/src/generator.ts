/** Texts by path from the repository's root, with `/`. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** One thing that is written from sources of the project. Pure: equal sources give equal texts. */
export interface Generator {
  /** What it is, for messages. */
  readonly name: string;
  /**
   * Folders (ending in `/`) whose files all come from this generator, and single files. A file in one of these folders
   * that nothing generates is one too many.
   */
  readonly owns: readonly string[];
  generate(): Promise<GeneratedFiles>;
}
