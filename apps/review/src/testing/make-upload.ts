import { reviewModelConfigs } from '@topodiff/report';
import type { Report } from '@topodiff/report';
import { sampleInputs } from '@topodiff/report/testing';
import type { ReportUpload } from '../store/store.ts';

const made = new Map<string, Report>();

/** A report of the real pipeline, by the name of its sample. */
export function sampleReport(name = 'topology-change'): Report {
  const input = sampleInputs[name];
  if (input === undefined) throw new Error(`No sample report is called ${name}`);
  const report = made.get(name) ?? reviewModelConfigs(input);
  made.set(name, report);
  return report;
}

/** What of an upload a test cares for. */
export interface UploadChoice {
  readonly repositoryId: number;
  readonly fullName?: string;
  readonly number?: number;
  readonly title?: string;
  readonly author?: string;
  readonly run?: ReportUpload['run'];
  readonly report?: Report;
}

/** An upload as CI makes it. */
export function makeUpload(choice: UploadChoice): ReportUpload {
  const { repositoryId, fullName = `acme/models-${repositoryId}`, number = 1 } = choice;
  return {
    repository: { id: repositoryId, fullName },
    pullRequest: {
      number,
      title: choice.title ?? `Give llama more GPUs ${number}`,
      author: choice.author ?? 'ann',
      url: `https://github.com/${fullName}/pull/${number}`,
      baseRef: 'main',
      headRef: 'more-gpus',
    },
    // Run ids of GitHub are beyond 32 bits.
    run: choice.run ?? { id: 12_345_678_901, attempt: 1 },
    report: choice.report ?? sampleReport(),
    uploadedBy: 'oidc',
  };
}

type Approvals = NonNullable<Report['approvals']>;

/** A change that needs an approval; `by` has given it, over a comment unless said otherwise. */
export interface ApprovalChoice {
  readonly fingerprint: string;
  readonly by?: string;
  readonly via?: 'comment' | 'review' | 'dashboard';
}

/** The report with changes that need an approval. */
export function withApprovals(report: Report, choices: readonly ApprovalChoice[]): Report {
  const required: Approvals['required'] = choices.map(({ fingerprint, by, via = 'comment' }) => ({
    fingerprint,
    path: 'serving/llama/model-config.yaml',
    label: 'tp 4 GPUs → pptp 8 GPUs',
    kinds: ['topology-change'],
    gpus: { base: 4, head: 8 },
    approval: by === undefined ? null : { by, via, at: '2026-11-27T10:00:00Z', reason: 'Agreed', url: null },
  }));
  const isApproved = required.every(({ approval }) => approval !== null);
  return {
    ...report,
    approvals: {
      state: required.length === 0 ? 'not-needed' : isApproved ? 'approved' : 'pending',
      isAdvisory: false,
      rules: { permission: 'maintain', users: [], teams: [], isAuthorAllowed: false },
      required,
      refused: [],
      remarks: [],
    },
  };
}
