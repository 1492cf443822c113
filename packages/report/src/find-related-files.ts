import { parseModelConfig, relatedPaths } from '@topodiff/schema';
import { isTooComplex } from './is-too-complex.ts';
import { relatedFilePath } from './related-file-path.ts';
import type { SourceText } from './review-input.ts';

/** A file that a configuration names. */
export interface RelatedFile {
  /** As written in the configuration. */
  readonly written: string;
  /** In the repository; null when it is none of it. */
  readonly path: string | null;
}

/** The files that a model-config names and that say more about its launch: DeepSpeed's `ds-config.json`. */
export function findRelatedFiles(modelPath: string, source: SourceText | null): readonly RelatedFile[] {
  // Parsing is most of the work of a review, and few configurations name a file.
  if (source?.kind !== 'text' || !source.text.includes('deepspeed') || isTooComplex(source.text)) return [];
  return relatedPaths(parseModelConfig(source.text)).map((written) => ({
    written,
    path: relatedFilePath(modelPath, written),
  }));
}
