import type { ReportModel } from '@topodiff/report';

/** TorchServe would do something else than before: an edit of a comment is no change. */
export function isChanged(model: ReportModel): boolean {
  return model.changes.length > 0 || model.status === 'added' || model.status === 'removed';
}
