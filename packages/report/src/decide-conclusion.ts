import { severities, type Severity } from '@topodiff/rules';
import type { Report, ReportModel } from './report.ts';
import type { ReviewInput } from './review-input.ts';

/**
 * `failure` when a head has a finding at or above the threshold, at base as well or not, or when the report itself is
 * incomplete; `neutral` when a comparison changes nothing that TorchServe does; else `success`.
 */
export function decideConclusion(
  models: readonly ReportModel[],
  notices: Report['notices'],
  { failOn, comparison }: Pick<ReviewInput, 'failOn' | 'comparison'>,
): Pick<Report, 'conclusion' | 'reasons'> {
  const reasons = [...crashReasons(models), ...blockingReasons(models, failOn), ...noticeReasons(notices)];
  if (reasons.length > 0) return { conclusion: 'failure', reasons };
  if (comparison !== undefined && !models.some(hasRelevantChange)) {
    return { conclusion: 'neutral', reasons: ['Nothing changes in what TorchServe does.'] };
  }
  const threshold =
    failOn === 'never' ? '' : ` of severity ${failOn}${failOn === 'error' ? '' : ' or worse'}`;
  return { conclusion: 'success', reasons: [`No findings${threshold} that block.`] };
}

/** A report with a bug of ours in it is incomplete, whatever the threshold. */
function crashReasons(models: readonly ReportModel[]): string[] {
  return models
    .filter(({ findings }) => findings.some(({ ruleId }) => ruleId.startsWith('internal/')))
    .map(({ path }) => `topodiff failed on ${path}, so the review is incomplete.`);
}

function blockingReasons(models: readonly ReportModel[], failOn: Report['failOn']): string[] {
  if (failOn === 'never') return [];
  const blocking = severities.slice(0, severities.indexOf(failOn) + 1);
  const findings = models.flatMap((model) => model.findings);
  return blocking.flatMap((severity) => {
    const ofSeverity = findings.filter((finding) => finding.severity === severity);
    if (ofSeverity.length === 0) return [];
    const old = ofSeverity.filter(({ isInBase }) => isInBase).length;
    const remark =
      old === 0 ? '' : old === ofSeverity.length ? ' (at base as well)' : ` (${old} at base as well)`;
    return [`${countWords(ofSeverity.length, severity)}${remark}, and fail-on is ${failOn}.`];
  });
}

function noticeReasons(notices: Report['notices']): string[] {
  return notices.filter((notice) => notice.severity === 'error').map((notice) => notice.message);
}

/** What could not be read may have changed. */
function hasRelevantChange({ changes, status, base, head }: ReportModel): boolean {
  if (changes.length > 0 || status === 'added' || status === 'removed') return true;
  return status !== 'unchanged' && [base, head].some((side) => side?.outcome === 'unreadable');
}

function countWords(count: number, severity: Severity): string {
  const noun = severity === 'info' ? 'note' : severity;
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
