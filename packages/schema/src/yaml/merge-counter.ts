import type { Reader } from '../document/config-value.ts';
import { ReaderFailure } from './reader-failure.ts';
import type { NodeReference } from './yaml-node.ts';

/** Both readers copy merged pairs without a limit; this one is ours, far above what a configuration needs. */
const mergedPairLimit = 2_000_000;

/** Keeps a file from growing without bound by merges of merges. */
export class MergeCounter {
  readonly #reader: Reader;
  #pairs = 0;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  add(pairs: number, key: NodeReference): void {
    this.#pairs += pairs;
    if (this.#pairs <= mergedPairLimit) return;
    const message = `The merge keys copy more than 2,000,000 pairs, more than topodiff follows for the ${this.#reader}.`;
    throw new ReaderFailure('too-many-aliases', message, key.start, key.end);
  }
}
