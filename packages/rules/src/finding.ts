import type { ConfigPath, MessageParams, MessagePart, SourceRange } from '@topodiff/schema';
import type { TextEdit } from './fix/text-edit.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** A rule's statement about one configuration. */
export interface Finding {
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly params: MessageParams;
  readonly message: readonly MessagePart[];
  /** What to do, when the rule knows. */
  readonly suggestion?: readonly MessagePart[];
  /** The node that the finding is about; the root is the empty path. */
  readonly path: ConfigPath;
  readonly range: SourceRange;
  /** False when the node does not exist in the file: the range is then its nearest existing parent's. */
  readonly isExactRange: boolean;
  /** Edits of the text that mend it safely, in file order; absent when there is no safe fix. */
  readonly fix?: readonly TextEdit[];
}
