import type { ConfigPath, MessageParams, SourceRange, UpstreamReference } from '@topodiff/schema';
import type { ChangeAction, ChangeArea, Impact } from './change.ts';
import type { Comparison } from './comparison.ts';

/** One possible impact of a change, with the reason that the report gives. */
export interface ImpactCase {
  readonly level: Impact;
  /** One sentence: why this change does that to a running service. */
  readonly reason: string;
  /** For the catalogue: when this case holds; absent on the last case, which holds otherwise. */
  readonly when?: string;
  /** Whether it holds for these parameters; absent on the last case. */
  readonly holds?: (params: MessageParams) => boolean;
}

/** What a change type finds: the place as a path on each side, never as text or line. */
export interface ChangeDraft<MessageId extends string = string> {
  readonly messageId: MessageId;
  readonly params?: MessageParams;
  /** The node that changed, on both sides unless `baseAt` says otherwise. */
  readonly at: ConfigPath;
  readonly baseAt?: ConfigPath;
  /** Point at the key instead of the value. Default: `value`, or `key` when the value is a collection. */
  readonly target?: 'key' | 'value';
  /** Override what a path resolves to, for what has none (a syntax error). */
  readonly baseRange?: SourceRange | undefined;
  readonly headRange?: SourceRange | undefined;
  /** For a type whose area is that of the setting it is about. */
  readonly area?: ChangeArea;
}

/** One kind of change: metadata first, then the comparison. See docs/contributing/adding-a-change-type.md. */
export interface ChangeType<MessageId extends string = string> {
  /** The folder's name, a fact in the past tense; never reused. */
  readonly id: string;
  /** For the catalogue: what happened, in one sentence. */
  readonly description: string;
  readonly area: ChangeArea | 'of-the-setting';
  readonly action: ChangeAction;
  /** Id of the type that the same change is when base and head are swapped; its own id when it is the same. */
  readonly opposite: string;
  /** By message id: what changed. Parameters are `{named}`. */
  readonly messages: Readonly<Record<MessageId, string>>;
  /** Asked in order; the first that holds is the impact. */
  readonly impacts: readonly ImpactCase[];
  /** Where TorchServe does it; empty when the handler's own code decides. */
  readonly upstream: readonly UpstreamReference[];
  find(comparison: Comparison): readonly ChangeDraft<MessageId>[];
}

/** Defines a change type and keeps its literal message ids. */
export function defineChangeType<MessageId extends string>(
  type: ChangeType<MessageId>,
): ChangeType<MessageId> {
  return type;
}
