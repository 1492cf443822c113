import { severities, type Severity } from '@topodiff/rules';
import type { Report, ReportModel } from './report.ts';
import type { ReviewInput } from './review-input.ts';

/**
 * `failure` when a head has a finding at or above the threshold, or the report itself is incomplete; `neutral` when a
 * comparison changes nothing that TorchServe does; else `success`.
 */
export function decideConclusion(
  models: readonly ReportModel[],
  notices: Report['notices'],
  { failOn, comparison }: ReviewInput,
): Pick<Report, 'conclusion' | 'reasons'> {
  const reasons = [...blockingReasons(models, failOn), ...noticeReasons(notices)];
  if (reasons.length > 0) return { conclusion: 'failure', reasons };
  if (comparison !== undefined && !models.some(hasRelevantChange)) {
    return { conclusion: 'neutral', reasons: ['Nothing changes in what TorchServe does.'] };
  }
  const threshold =
    failOn === 'never' ? '' : ` of severity ${failOn}${failOn === 'error' ? '' : ' or worse'}`;
  return { conclusion: 'success', reasons: [`No findings${threshold} that block.`] };
}

function blockingReasons(models: readonly ReportModel[], failOn: Report['failOn']): string[] {
  if (failOn === 'never') return [];
  const blocking = severities.slice(0, severities.indexOf(failOn) + 1);
  const findings = models.flatMap((model) => model.findings);
  return blocking.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${countWords(count, severity)}, and fail-on is ${failOn}.`];
  });
}

function noticeReasons(notices: Report['notices']): string[] {
  return notices.filter((notice) => notice.severity === 'error').map((notice) => notice.message);
}

function hasRelevantChange(model: ReportModel): boolean {
  return model.changes.length > 0 || model.status === 'added' || model.status === 'removed';
}

function countWords(count: number, severity: Severity): string {
  const noun = severity === 'info' ? 'note' : severity;
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
