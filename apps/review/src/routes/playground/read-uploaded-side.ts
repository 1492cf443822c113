import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModelArchive } from '@topodiff/archive';
import type { ArchiveInput, SourceText } from '@topodiff/report';
import { decodeUtf8 } from '@topodiff/schema';

/** One side of the playground as the review takes it. */
export interface PlaygroundSide {
  readonly path: string;
  readonly source: SourceText;
  readonly relatedFiles: ReadonlyMap<string, string | null>;
  readonly archive: ArchiveInput | null;
}

/**
 * The review of a text takes time that grows with it, and nobody else is answered meanwhile: 5 MB took twelve seconds and
 * a gigabyte. A model-config.yaml has a few kilobytes.
 */
export const longestConfig = 64 * 1024;

/** A few megabytes of an archive can hold thousands of times as much. */
const archiveLimits = { memberBytes: longestConfig, entries: 5_000, unpackedBytes: 128 * 1024 ** 2 } as const;

/** Longest name of a file that is shown. */
const longestName = 120;

/** A side from what somebody typed, or from his file, which outweighs the text; null when he gave neither. */
export async function readPlaygroundSide(
  text: string,
  file: { readonly originalname: string; readonly buffer: Buffer } | undefined,
): Promise<PlaygroundSide | null> {
  if (file !== undefined && file.buffer.byteLength > 0) {
    // Browsers send a bare name; what else comes is cut to one.
    const name = (file.originalname.split(/[/\\]/).at(-1) ?? '').slice(-longestName);
    return /\.mar$/i.test(name) ? readArchive(name, file.buffer) : readText(name, file.buffer);
  }
  if (text.trim() === '') return null;
  return {
    path: 'model-config.yaml',
    source: { kind: 'text', text },
    relatedFiles: new Map(),
    archive: null,
  };
}

function readText(name: string, bytes: Uint8Array): PlaygroundSide {
  if (bytes.byteLength > longestConfig) {
    const detail = `it has ${Math.ceil(bytes.byteLength / 1024)} KiB, and the playground reads at most ${longestConfig / 1024} KiB`;
    const source = { kind: 'unreadable', reason: 'too-large', detail } as const;
    return { path: name, source, relatedFiles: new Map(), archive: null };
  }
  const { text, hasInvalidUtf8 } = decodeUtf8(bytes);
  return {
    path: name === '' ? 'model-config.yaml' : name,
    source: { kind: 'text', text, ...(hasInvalidUtf8 ? { hasInvalidUtf8 } : {}) },
    relatedFiles: new Map(),
    archive: null,
  };
}

/** The reader of archives takes a path: the bytes lie in a folder of their own for as long as it reads. */
async function readArchive(name: string, bytes: Uint8Array): Promise<PlaygroundSide> {
  const folder = await mkdtemp(join(tmpdir(), 'topodiff-playground-'));
  try {
    // TorchServe takes a zip for one by `.mar` in lower case only, so that the ending is kept as it is.
    const path = join(folder, `model${name.slice(-'.mar'.length)}`);
    await writeFile(path, bytes, { mode: 0o600 });
    const reading = await readModelArchive(path, archiveLimits);
    if (reading.kind === 'unreadable') {
      const source = { kind: 'unreadable', reason: 'failed', detail: reading.detail } as const;
      return { path: name, source, relatedFiles: new Map(), archive: null };
    }
    const { manifest, fileNames, foundConfigFile, config, relatedFiles } = reading.archive;
    return {
      path: `${name}/${config?.path ?? manifest.configFile ?? 'model-config.yaml'}`,
      source: sourceOf(config),
      relatedFiles,
      archive: { manifest, fileNames, foundConfigFile },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A model without a configuration is like one with an empty text that nobody reads. */
function sourceOf(
  config: { readonly content: { readonly bytes: Uint8Array } | { readonly detail: string } } | null,
): SourceText {
  if (config === null) return { kind: 'text', text: '' };
  const { content } = config;
  return 'bytes' in content
    ? { kind: 'text', text: decodeUtf8(content.bytes).text }
    : { kind: 'unreadable', reason: 'failed', detail: content.detail };
}
