/** The Encoding standard's decoder, which browsers and Node share; the language's own library does not declare it. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal?: boolean; readonly ignoreBOM: true },
) => { decode(bytes: Uint8Array): string };

export interface DecodedText {
  /** Invalid bytes are replaced by U+FFFD, as the frontend's reader does; a byte order mark stays. */
  readonly text: string;
  /** The handler's reader refuses such a file. */
  readonly hasInvalidUtf8: boolean;
}

/** Decodes the bytes of a file as TorchServe's frontend does, and says whether its Python workers could. */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      hasInvalidUtf8: false,
    };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), hasInvalidUtf8: true };
  }
}
