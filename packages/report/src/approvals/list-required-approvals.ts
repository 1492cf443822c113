import type { ApprovalKind } from '@topodiff/schema';
import type { HostProfile } from '@topodiff/topology';
import type { Report, ReportModel } from '../report.ts';
import { approvalFingerprint } from './approval-fingerprint.ts';

type Required = NonNullable<Report['approvals']>['required'][number];

/** The changes that need an approval, in the order of the models. */
export function listRequiredApprovals(
  models: readonly ReportModel[],
  kinds: readonly ApprovalKind[],
  hostOf: (path: string) => HostProfile,
  repositoryId: string,
): Required[] {
  return models.flatMap((model) => {
    const found = kindsOf(model).filter((kind) => kinds.includes(kind));
    if (found.length === 0) return [];
    return [
      {
        fingerprint: approvalFingerprint(model, hostOf(model.path), repositoryId),
        path: model.path,
        label: model.label,
        kinds: found,
        gpus: { base: gpusOf(model.base), head: gpusOf(model.head) },
        approval: null,
      },
    ];
  });
}

function kindsOf({ base, head, changes, status }: ReportModel): readonly ApprovalKind[] {
  const isAddedOrRemoved = status === 'added' || status === 'removed';
  const isUnread = base?.outcome === 'unreadable' || head?.outcome === 'unreadable';
  const isOtherShape = JSON.stringify(shapeOf(base)) !== JSON.stringify(shapeOf(head));
  const isAnyChange = changes.length > 0 || isAddedOrRemoved || (isUnread && status !== 'unchanged');
  if (!isAnyChange && !isOtherShape) return [];
  const isOtherTopology = isUnread || isAddedOrRemoved || isOtherShape;
  return [
    ...(isOtherTopology ? ['topology-change' as const] : []),
    ...(gpusOf(head) > gpusOf(base) ? ['more-gpus' as const] : []),
    ...(head !== null && !head.topology.willStart && (base === null || base.topology.willStart)
      ? ['will-not-start' as const]
      : []),
  ];
}

function shapeOf(side: ReportModel['base']) {
  if (side === null) return null;
  const { label, effective, willStart, split, workers } = side.topology;
  return [label, effective, willStart, split.stages, split.shards, workers.map(({ devices }) => devices)];
}

function gpusOf(side: ReportModel['base']): number {
  return side?.topology.effective.gpus ?? 0;
}
