/** How many bytes of a file are in each distinct chunk of it: a chunk is a line, cut at 64 bytes. */
export type ChunkSizes = ReadonlyMap<string, number>;

const longestChunk = 64;

/** Cuts a file the way Git does to compare files whose lines moved (diffcore-delta.c of Git 2.39). */
export function measureChunks(content: Buffer, isText: boolean): ChunkSizes {
  const sizes = new Map<string, number>();
  let chunk: number[] = [];
  const flush = (): void => {
    if (chunk.length === 0) return;
    const key = String.fromCharCode(...chunk);
    sizes.set(key, (sizes.get(key) ?? 0) + chunk.length);
    chunk = [];
  };
  for (let at = 0; at < content.length; at += 1) {
    const byte = content[at] ?? 0;
    if (isText && byte === 0x0d && content[at + 1] === 0x0a) continue;
    chunk.push(byte);
    if (byte === 0x0a || chunk.length === longestChunk) flush();
  }
  flush();
  return sizes;
}

/**
 * How much of the larger file the two share, from 0 to 1. Git calls two files a rename from 0.5 on.
 *
 * @param before - chunks of the older file, of `sizeBefore` bytes in all
 */
export function computeSimilarity(
  before: ChunkSizes,
  sizeBefore: number,
  after: ChunkSizes,
  sizeAfter: number,
): number {
  const larger = Math.max(sizeBefore, sizeAfter);
  if (larger === 0 || Math.min(sizeBefore, sizeAfter) * 2 < larger) return 0;
  let shared = 0;
  for (const [chunk, size] of before) shared += Math.min(size, after.get(chunk) ?? 0);
  return shared / larger;
}
