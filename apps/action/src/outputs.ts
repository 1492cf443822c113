import type { CheckRunOutcome, CommentOutcome, StatusOutcome, SuggestionsOutcome } from '@topodiff/github';
import { isChanged } from '@topodiff/renderers';
import type { Report } from '@topodiff/report';
import type { ServiceOutcome } from './review-service.ts';

/** Every step output, as action.yml declares them. */
export const outputNames = [
  'conclusion',
  'report',
  'sarif',
  'comment',
  'comment-url',
  'check-run',
  'check-run-url',
  'suggestions',
  'status',
  'review-page',
  'approvals',
  'pending-approvals',
  'models',
  'changed-models',
  'errors',
  'warnings',
  'infos',
  'accepted',
  'over-budget',
  'gpus-base',
  'gpus-head',
  'declared-gpus-base',
  'declared-gpus-head',
] as const;

type OutputName = (typeof outputNames)[number];

/** Nothing was to be written, for this event or by an input. */
export interface NotWanted {
  readonly kind: 'disabled';
}

/** What became of each thing that a run publishes. */
export interface Published {
  readonly comment: CommentOutcome | NotWanted;
  readonly checkRun: CheckRunOutcome | NotWanted;
  readonly suggestions: SuggestionsOutcome | NotWanted;
  /** `superseded`: a newer run has set it. */
  readonly status: StatusOutcome | NotWanted | { readonly kind: 'superseded' };
  readonly page: ServiceOutcome<string> | NotWanted;
  /** Paths of the files on the runner's disk. */
  readonly reportPath: string;
  readonly sarifPath: string;
}

/** The outputs of a review that was done. */
export function collectOutputs(
  report: Report,
  { comment, checkRun, suggestions, status, page, reportPath, sarifPath }: Published,
): Readonly<Record<OutputName, string>> {
  const findings = report.models.flatMap((model) => model.findings);
  const count = (severity: 'error' | 'warning' | 'info') =>
    String(findings.filter((finding) => finding.severity === severity).length);
  const { gpus, declaredGpus, budgets } = report.fleet;
  const { approvals } = report;
  return {
    conclusion: report.conclusion,
    report: reportPath,
    sarif: sarifPath,
    comment: comment.kind,
    'comment-url': 'url' in comment ? comment.url : '',
    'check-run': checkRun.kind,
    'check-run-url': 'url' in checkRun ? checkRun.url : '',
    suggestions: String(suggestions.kind === 'suggested' ? suggestions.made : 0),
    status: status.kind === 'set' ? status.state : status.kind,
    'review-page': page.kind === 'ok' ? page.value : '',
    approvals: approvals?.state ?? 'not-needed',
    'pending-approvals': String(
      (approvals?.required ?? []).filter(({ approval }) => approval === null).length,
    ),
    models: String(report.models.length),
    'changed-models': String(report.models.filter(isChanged).length),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    accepted: String(findings.filter(({ acceptance }) => acceptance?.state === 'counts').length),
    'over-budget': String(budgets.some(({ isExceeded }) => isExceeded)),
    'gpus-base': String(gpus.base),
    'gpus-head': String(gpus.head),
    'declared-gpus-base': String(declaredGpus.base),
    'declared-gpus-head': String(declaredGpus.head),
  };
}
