import type { ModelConfigDocument } from '@topodiff/schema';
import { parseModelConfig } from '@topodiff/schema';
import type { SourceText } from './review-input.ts';

type Text = Extract<SourceText, { kind: 'text' }>;

/** Reads a text as TorchServe's two readers do. */
export type ParseSource = (source: Text) => ModelConfigDocument;

/** A parser that reads each text once, for the time in which one model is looked at and reviewed. */
export function makeSourceParser(): ParseSource {
  const documents = new WeakMap<Text, ModelConfigDocument>();
  return (source) => {
    const known = documents.get(source);
    if (known !== undefined) return known;
    const document = parseModelConfig(source.text, { hasInvalidUtf8: source.hasInvalidUtf8 ?? false });
    documents.set(source, document);
    return document;
  };
}
