import type { ReportModel } from '@topodiff/report';

/**
 * TorchServe would do something else than before, or may do: an edit of a comment is no change, and of a side that was not
 * read nothing is known.
 */
export function isChanged(model: ReportModel): boolean {
  if (model.changes.length > 0 || model.status === 'added' || model.status === 'removed') return true;
  return model.status !== 'unchanged' && isUnread(model);
}

/** One of the sides could not be read. */
export function isUnread({ base, head }: ReportModel): boolean {
  return base?.outcome === 'unreadable' || head?.outcome === 'unreadable';
}
