/** What MAR-INF/MANIFEST.json says, as far as it decides how a model is read; null where it does not say. */
export interface ModelManifest {
  readonly modelName: string | null;
  readonly modelVersion: string | null;
  /** The one file that TorchServe reads as the model's configuration. */
  readonly configFile: string | null;
  readonly handler: string | null;
  readonly runtime: string | null;
  readonly serializedFile: string | null;
}

/** The bytes of a member, or one clause for people that says why they could not be had. */
export type MemberBytes = { readonly bytes: Uint8Array } | { readonly detail: string };

/** A model as users ship it: packed or unpacked. */
export interface ModelArchive {
  readonly manifest: ModelManifest;
  /** Paths inside, with `/`, sorted; at most 10,000 of them. */
  readonly fileNames: readonly string[];
  /** How many files there are beyond those that are listed. */
  readonly unlistedFiles: number;
  /** A model-config.yaml (or .yml) at the root that is there, whether the manifest names it or not. */
  readonly foundConfigFile: string | null;
  /** The file that the manifest names, else the one that was found; null when there is neither. */
  readonly config: { readonly path: string; readonly content: MemberBytes } | null;
  /**
   * Files that the configuration names, by the path written in it; null: it is not in the archive. One that cannot be read
   * is missing here.
   */
  readonly relatedFiles: ReadonlyMap<string, string | null>;
}

/** A readable archive, or why TorchServe, or we, cannot read it: one clause that goes on from the archive's name. */
export type ArchiveReading =
  | { readonly kind: 'archive'; readonly archive: ModelArchive }
  | { readonly kind: 'unreadable'; readonly detail: string };
