import { buildTopology, planLaunch, resolveEffectiveConfig, type HostProfile } from '@topodiff/topology';
import { isTooComplex } from '../is-too-complex.ts';
import { nameModel } from '../name-model.ts';
import { makeSourceParser } from '../parse-source.ts';
import type { ReportModel, ReportModelSide } from '../report.ts';
import type { ModelInput } from '../review-input.ts';

/** What one model takes of the fleet on one side. */
export interface Measure {
  readonly label: string;
  readonly gpus: number;
  readonly declaredGpus: number;
  readonly isAssumed: boolean;
  /** False when the file could not be read: it then counts no GPU. */
  readonly isRead: boolean;
}

/** Both sides of one model; a side is null where the model does not exist. */
export interface ModelMeasure {
  readonly path: string;
  /** Where it was at base: a rename may move it to another pool or budget. */
  readonly basePath: string;
  readonly base: Measure | null;
  readonly head: Measure | null;
}

/** The measure of a model that the report has worked out. */
export function measureOf({
  path,
  previousPath,
  base,
  head,
}: Pick<ReportModel, 'path' | 'previousPath' | 'base' | 'head'>): ModelMeasure {
  return { path, basePath: previousPath ?? path, base: measureSide(base), head: measureSide(head) };
}

/** The measure of a model that this review leaves alone: no rule is asked, and both sides are one. */
export function measureUntouched(model: ModelInput, host: HostProfile): ModelMeasure {
  const measure = measureSource(model, host);
  return { path: model.path, basePath: model.path, base: measure, head: measure };
}

function measureSide(side: ReportModelSide | null): Measure | null {
  if (side === null) return null;
  const { label, effective, declared, assumptions } = side.topology;
  return {
    label,
    gpus: effective.gpus,
    declaredGpus: declared.gpus,
    isAssumed: side.outcome === 'unreadable' || assumptions.length > 0,
    isRead: side.outcome !== 'unreadable',
  };
}

function measureSource({ path, head, relatedFiles }: ModelInput, host: HostProfile): Measure | null {
  if (head === null) return null;
  const unread = { label: 'not reviewed', gpus: 0, declaredGpus: 0, isAssumed: true, isRead: false };
  if (head.kind === 'unreadable' || isTooComplex(head.text)) return unread;
  try {
    const name = nameModel(path);
    const effective = resolveEffectiveConfig(makeSourceParser()(head), host, name);
    const [launch] = planLaunch([{ name, effective, isConfigFileMissing: false }], host).models;
    if (launch === undefined) return unread;
    const topology = buildTopology(launch, relatedFiles?.head ?? new Map());
    return {
      label: topology.label,
      gpus: topology.effective.gpus,
      declaredGpus: topology.declared.gpus,
      isAssumed: topology.assumptions.length > 0,
      isRead: true,
    };
  } catch {
    // A bug of ours in one file hides no other; the fleet says that the file was not read.
    return unread;
  }
}
