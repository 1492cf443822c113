import type { Report, ReportModel } from '@topodiff/report';
import { pathHash, type PageIds } from '../parts/page-ids.ts';

/** Where a model is on the page. */
export interface ModelAnchors {
  /** `m-` and a hash of the path: the same on every push. */
  readonly id: string;
  /** More ids that lead there: by the fingerprints that comments on the pull request name. */
  readonly others: readonly string[];
}

/** The permalinks of a model: its own, that of the change that needs an approval, that of its first finding. */
export function modelAnchors(model: ReportModel, { approvals }: Report, ids: PageIds): ModelAnchors {
  const required = approvals?.required.find(({ path }) => path === model.path);
  const fingerprints = [required?.fingerprint, model.findings[0]?.fingerprint];
  return {
    id: ids.take(`m-${pathHash(model.path)}`),
    others: fingerprints.flatMap((fingerprint) =>
      fingerprint === undefined ? [] : [ids.take(`m-${fingerprint}`)],
    ),
  };
}
