import type { ConfigPath, MessageParams, MessagePart, SourceRange } from '@topodiff/schema';

/** What a change does to a running service; the words are defined in docs/glossary.md. */
export type Impact = 'breaking' | 'dangerous' | 'non-breaking';

/** Worst first. */
export const impacts: readonly Impact[] = ['breaking', 'dangerous', 'non-breaking'];

/** The part of TorchServe that a change reaches. */
export type Layer = 'frontend' | 'process' | 'framework' | 'handler';

/** In the order in which reports group by it. */
export const layers: readonly Layer[] = ['frontend', 'process', 'framework', 'handler'];

export type ChangeArea =
  | 'file'
  | 'workers'
  | 'batching'
  | 'devices'
  | 'parallelism'
  | 'launcher'
  | 'timeouts'
  | 'queue'
  | 'framework'
  | 'handler';

export type ChangeAction = 'added' | 'removed' | 'increased' | 'decreased' | 'changed';

/** Where a change stands on one side. */
export interface ChangeLocation {
  readonly path: ConfigPath;
  readonly range: SourceRange;
  /** False when the node is absent on this side: the range is then its nearest existing parent's. */
  readonly isExactRange: boolean;
}

/** A difference between base and head in what TorchServe does. */
export interface Change {
  /** A past-tense fact: `worker-count-decreased`. */
  readonly id: string;
  readonly area: ChangeArea;
  readonly layer: Layer;
  readonly action: ChangeAction;
  readonly impact: Impact;
  /** Why it has that impact, in one sentence. */
  readonly reason: string;
  readonly params: MessageParams;
  readonly message: readonly MessagePart[];
  /** At least one of both is set. */
  readonly base?: ChangeLocation;
  readonly head?: ChangeLocation;
}
