import type { FileVersion, PathDifference } from './compare-trees.ts';
import { isBinary } from './is-binary.ts';
import type { ObjectStore } from './object-store.ts';
import { computeSimilarity, measureChunks } from './similarity.ts';
import type { ChunkSizes } from './similarity.ts';

const leastSimilarity = 0.5;
/** A removed and an added file whose name is unique need this much (Git since 2.31). */
const leastSimilarityOfSameName = 0.75;
/** Beyond this many pairs Git (diff.renameLimit) looks for equal files only. */
const mostPairs = 1_000_000;

interface Candidate {
  readonly file: FileVersion;
  readonly size: number;
  readonly chunks: ChunkSizes;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const isPlainFile = ({ mode }: FileVersion): boolean => mode === '100644' || mode === '100755';

/** Pairs removed with added files while each is free. */
class Pairing {
  readonly sourceOf = new Map<FileVersion, FileVersion>();
  readonly #used = new Set<FileVersion>();

  isFree(file: FileVersion): boolean {
    return !this.#used.has(file) && !this.sourceOf.has(file);
  }

  pair(source: FileVersion, target: FileVersion): void {
    this.sourceOf.set(target, source);
    this.#used.add(source);
  }
}

function pairEqualFiles(
  removed: readonly FileVersion[],
  added: readonly FileVersion[],
  pairing: Pairing,
): void {
  for (const target of added) {
    const equal = removed.filter(
      (source) =>
        source.sha === target.sha &&
        (source.mode === target.mode || (isPlainFile(source) && isPlainFile(target))) &&
        pairing.isFree(source),
    );
    const source = equal.find(({ path }) => nameOf(path) === nameOf(target.path)) ?? equal[0];
    if (source !== undefined) pairing.pair(source, target);
  }
}

function groupByName(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const name = nameOf(candidate.file.path);
    groups.set(name, [...(groups.get(name) ?? []), candidate]);
  }
  return groups;
}

function similarity(source: Candidate, target: Candidate): number {
  return computeSimilarity(source.chunks, source.size, target.chunks, target.size);
}

function pairFilesOfSameName(
  sources: readonly Candidate[],
  targets: readonly Candidate[],
  pairing: Pairing,
): void {
  const targetsByName = groupByName(targets);
  for (const [name, [source, ...others]] of groupByName(sources)) {
    const [target, ...otherTargets] = targetsByName.get(name) ?? [];
    if (source === undefined || target === undefined || others.length > 0 || otherTargets.length > 0)
      continue;
    if (similarity(source, target) >= leastSimilarityOfSameName) pairing.pair(source.file, target.file);
  }
}

function pairSimilarFiles(
  sources: readonly Candidate[],
  targets: readonly Candidate[],
  pairing: Pairing,
): void {
  if (sources.length * targets.length > mostPairs) return;
  const pairs = targets
    .flatMap((target) =>
      sources.map((source) => ({
        source: source.file,
        target: target.file,
        score: similarity(source, target),
        hasSameName: nameOf(source.file.path) === nameOf(target.file.path),
      })),
    )
    .filter(({ score }) => score >= leastSimilarity)
    .sort((a, b) => b.score - a.score || Number(b.hasSameName) - Number(a.hasSameName));
  for (const { source, target } of pairs) {
    if (pairing.isFree(source) && pairing.isFree(target)) pairing.pair(source, target);
  }
}

/**
 * Joins removed and added files into renames as `git diff --find-renames` does at its default of 50 %: equal files,
 * then unique names, then the most similar. GitHub's own threshold is not documented.
 */
export function detectRenames(store: ObjectStore, differences: readonly PathDifference[]): PathDifference[] {
  const removed = differences.flatMap(({ before, after }) =>
    before !== null && after === null ? [before] : [],
  );
  const added = differences.flatMap(({ before, after }) =>
    before === null && after !== null ? [after] : [],
  );
  const pairing = new Pairing();
  pairEqualFiles(removed, added, pairing);

  const measure = (files: readonly FileVersion[]): Candidate[] =>
    files
      .filter((file) => isPlainFile(file) && pairing.isFree(file))
      .map((file) => {
        const content = store.readBlob(file.sha) ?? Buffer.alloc(0);
        return { file, size: content.length, chunks: measureChunks(content, !isBinary(content)) };
      });
  const stillFree = (candidates: readonly Candidate[]): Candidate[] =>
    candidates.filter(({ file }) => pairing.isFree(file));
  const sources = measure(removed);
  const targets = sources.length === 0 ? [] : measure(added);
  pairFilesOfSameName(sources, targets, pairing);
  pairSimilarFiles(stillFree(sources), stillFree(targets), pairing);

  const renamedAway = new Set(pairing.sourceOf.values());
  return differences
    .filter(({ before, after }) => !(before !== null && after === null && renamedAway.has(before)))
    .map((difference) => {
      const source = difference.after === null ? undefined : pairing.sourceOf.get(difference.after);
      return source === undefined ? difference : { ...difference, before: source };
    });
}
