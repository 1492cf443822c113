import type { ArchiveInput, SourceText } from '@topodiff/report';

/** One side of a model: its configuration, and what is known of the files around it. */
export interface ModelSide {
  /** As reports show it; of an archive with the path inside: `store/llama.mar/model-config.yaml`. */
  readonly path: string;
  readonly source: SourceText;
  readonly relatedFiles: ReadonlyMap<string, string | null>;
  readonly archive: ArchiveInput | null;
  /** What a reader of the report must know about the archive. */
  readonly remarks: readonly string[];
}
