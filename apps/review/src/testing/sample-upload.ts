import { reviewModelConfigs, type Report } from '@topodiff/report';

const host = { gpus: 8, cpuCores: 32, entry: 'startup', torchserveVersion: '0.12.0' } as const;
const sha = (digit: string): string => digit.repeat(40);

/** A report of one model that gets another worker, with a finding. */
export function sampleReport(): Report {
  const text = (workers: number) =>
    ({ kind: 'text', text: `minWorkers: ${workers}\nmaxWorkers: 1\n` }) as const;
  return reviewModelConfigs({
    toolVersion: '0.1.0',
    today: '2026-11-27',
    failOn: 'error',
    host,
    comparison: { base: { name: 'main', sha: sha('a') }, head: { name: 'wider', sha: sha('b') } },
    models: [{ path: 'llama/model-config.yaml', base: text(1), head: text(2), isExplicit: false }],
  });
}

/** The body of an upload for pull request 7 of repository 42. */
export function sampleUpload() {
  return {
    formatVersion: 1,
    repository: { id: 42, fullName: 'acme/serving' },
    pullRequest: {
      number: 7,
      title: 'Wider',
      author: 'alice',
      url: 'https://github.com/acme/serving/pull/7',
      baseRef: 'main',
      headRef: 'wider',
    },
    run: { id: 1, attempt: 1 },
    report: sampleReport(),
  };
}
