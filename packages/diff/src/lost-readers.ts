import type { ModelConfigDocument, Problem } from '@topodiff/schema';

/** Which of TorchServe's two readers can read one document and not the other, and what stops it. */
export interface LostReaders {
  readonly readers: 'frontend' | 'handler' | 'both';
  readonly problem: Problem;
}

/** The readers that read `before` and cannot read `after`; null when there is none. */
export function findLostReaders(before: ModelConfigDocument, after: ModelConfigDocument): LostReaders | null {
  const frontend = lostProblem(before.frontend, after.frontend);
  const handler = lostProblem(before.handler, after.handler);
  const problem = frontend ?? handler;
  if (problem === null) return null;
  const readers = frontend === null ? 'handler' : handler === null ? 'frontend' : 'both';
  return { readers, problem };
}

function lostProblem(
  before: ModelConfigDocument['frontend'],
  after: ModelConfigDocument['frontend'],
): Problem | null {
  return before.outcome === 'loaded' && after.outcome === 'unreadable' ? after.problem : null;
}
