import { assumptionClauses, isChanged } from '@topodiff/renderers';
import type { ReportModel, ReportModelSide } from '@topodiff/report';

/** What the figures of a model take for granted about the host; null when nothing. */
export function assumptionPhrase(side: ReportModelSide): string | null {
  const clauses = assumptionClauses(side);
  return clauses.length === 0 ? null : clauses.join('; ');
}

/** What became of the file, in words; empty where that says nothing. */
export function statusPhrase(model: ReportModel, isComparison: boolean): string {
  if (!isComparison) return '';
  if (model.status === 'modified') return isChanged(model) ? 'modified' : 'modified, without effect';
  if (model.status === 'unchanged' && isChanged(model)) return 'same file';
  return model.status;
}
