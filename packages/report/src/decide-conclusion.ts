import { severities, type Severity } from '@topodiff/rules';
import type { FailOn, Report, ReportModel } from './report.ts';

/** What a conclusion is drawn from. */
export interface ConclusionParts {
  readonly models: readonly ReportModel[];
  readonly notices: Report['notices'];
  readonly budgets: Report['fleet']['budgets'];
  readonly failOn: FailOn;
  readonly isComparison: boolean;
}

/**
 * `failure` when a head has a finding that blocks, when a budget does, or when the report itself is incomplete;
 * `neutral` when a comparison changes nothing that TorchServe does; else `success`.
 */
export function decideConclusion(parts: ConclusionParts): Pick<Report, 'conclusion' | 'reasons'> {
  const { models, notices, budgets, failOn, isComparison } = parts;
  const reasons = [
    ...crashReasons(models),
    ...blockingReasons(models, failOn),
    ...budgetReasons(budgets),
    ...noticeReasons(notices),
  ];
  if (reasons.length > 0) return { conclusion: 'failure', reasons };
  if (isComparison && !models.some(hasRelevantChange)) {
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

function blockingReasons(models: readonly ReportModel[], failOn: FailOn): string[] {
  const blocking = models.flatMap((model) => model.findings).filter((finding) => finding.isBlocking);
  return severities.flatMap((severity) => {
    const ofSeverity = blocking.filter((finding) => finding.severity === severity);
    if (ofSeverity.length === 0) return [];
    const old = ofSeverity.filter(({ isInBase }) => isInBase).length;
    const remark =
      old === 0 ? '' : old === ofSeverity.length ? ' (at base as well)' : ` (${old} at base as well)`;
    return [`${countWords(ofSeverity.length, severity)}${remark}, and fail-on is ${failOn}.`];
  });
}

/** Models that a reason names; the report lists all of them. */
const mostNamedModels = 5;

function budgetReasons(budgets: Report['fleet']['budgets']): string[] {
  return budgets
    .filter(({ isBlocking }) => isBlocking)
    .map(({ name, limit, gpus, models }) => {
      const named = models
        .slice(0, mostNamedModels)
        .map(({ path, base, head }) => `${path} ${head > base ? '+' : '−'}${Math.abs(head - base)}`);
      const more = models.length > named.length ? `, and ${models.length - named.length} more models` : '';
      return `Over the GPU budget of ${name}: ${gpus.base} → ${gpus.head} of ${limit} GPUs (${named.join(', ')}${more}).`;
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
