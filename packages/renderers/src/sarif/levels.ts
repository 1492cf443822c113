import type { ReportFinding } from '@topodiff/report';

/** SARIF's word for each severity. */
export const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  ReportFinding['severity'],
  string
>;

/** Worst first. */
export const severities: readonly ReportFinding['severity'][] = ['error', 'warning', 'info'];
