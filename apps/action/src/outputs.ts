import type { CommentOutcome } from '@topodiff/github';
import type { Report } from '@topodiff/report';

/** Every step output, as action.yml declares them. */
export const outputNames = [
  'conclusion',
  'report',
  'comment',
  'comment-url',
  'models',
  'changed-models',
  'errors',
  'warnings',
  'infos',
  'gpus-base',
  'gpus-head',
  'declared-gpus-base',
  'declared-gpus-head',
] as const;

export type OutputName = (typeof outputNames)[number];

/** What became of the comment; `disabled` by the input `comment`. */
export type CommentResult = CommentOutcome | { readonly kind: 'disabled' };

/** The outputs of a review that was done. `reportPath` is the JSON report on the runner's disk. */
export function collectOutputs(
  report: Report,
  comment: CommentResult,
  reportPath: string,
): Readonly<Record<OutputName, string>> {
  const findings = report.models.flatMap((model) => model.findings);
  const count = (severity: 'error' | 'warning' | 'info') =>
    String(findings.filter((finding) => finding.severity === severity).length);
  const { gpus, declaredGpus } = report.fleet;
  return {
    conclusion: report.conclusion,
    report: reportPath,
    comment: comment.kind,
    'comment-url': 'url' in comment ? comment.url : '',
    models: String(report.models.length),
    'changed-models': String(report.models.filter((model) => model.status !== 'unchanged').length),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    'gpus-base': String(gpus.base),
    'gpus-head': String(gpus.head),
    'declared-gpus-base': String(declaredGpus.base),
    'declared-gpus-head': String(declaredGpus.head),
  };
}
