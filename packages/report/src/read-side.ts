import type { ConfigurationSide } from '@topodiff/diff';
import { checkRules, selectRules, type Finding } from '@topodiff/rules';
import { parseModelConfig } from '@topodiff/schema';
import {
  buildTopology,
  planLaunch,
  resolveEffectiveConfig,
  type HostProfile,
  type LaunchPlan,
} from '@topodiff/topology';
import { nameModel } from './name-model.ts';
import type { SourceText } from './review-input.ts';
import { describeUnreadable } from './unreadable-finding.ts';

/** One side of one model, worked out as far as its text allows. */
export interface SideReview {
  /** Null when the text could not be had: there is then nothing to plan or to compare. */
  readonly configuration: ConfigurationSide | null;
  readonly findings: readonly Finding[];
  readonly sha: string | null;
}

export interface SideInput {
  readonly path: string;
  readonly source: SourceText;
  readonly host: HostProfile;
  readonly relatedFiles: ReadonlyMap<string, string | null>;
}

/** Runs one side through the pipeline: parse → effective configuration → launch plan → topology → rules. */
export function readSide(input: SideInput): SideReview {
  const resolved = resolveSide(input);
  if (resolved === null) return describeMissingText(input);
  return completeSide(input, resolved, planLaunch([resolved.planned], input.host), 0);
}

/** The same for several models that share one host, in the order in which TorchServe loads them. */
export function readSharedHost(inputs: readonly SideInput[], host: HostProfile): readonly SideReview[] {
  const resolved = inputs.map((input) => ({ input, side: resolveSide(input) }));
  const plan = planLaunch(
    resolved.flatMap(({ side }) => (side === null ? [] : [side.planned])),
    host,
  );
  let next = 0;
  return resolved.map(({ input, side }) =>
    side === null ? describeMissingText(input) : completeSide(input, side, plan, next++),
  );
}

type ResolvedSide = ReturnType<typeof resolveText>;

function resolveSide(input: SideInput): ResolvedSide | null {
  return input.source.kind === 'unreadable' ? null : resolveText(input, input.source);
}

function resolveText({ path, host }: SideInput, source: Extract<SourceText, { kind: 'text' }>) {
  const document = parseModelConfig(
    source.text,
    source.hasInvalidUtf8 === undefined ? {} : { hasInvalidUtf8: source.hasInvalidUtf8 },
  );
  const name = nameModel(path);
  return { document, planned: { name, effective: resolveEffectiveConfig(document, host, name) } };
}

function completeSide(input: SideInput, side: ResolvedSide, plan: LaunchPlan, index: number): SideReview {
  const launch = plan.models[index];
  if (launch === undefined) throw new Error(`The plan lacks model ${index}`);
  const { document } = side;
  const { effective } = side.planned;
  const topology = buildTopology(launch, input.relatedFiles);
  const isAlone = plan.models.length === 1;
  const findings = checkRules(
    {
      document,
      effective,
      host: input.host,
      launch,
      topology,
      ...(input.relatedFiles.size === 0 ? {} : { relatedFiles: input.relatedFiles }),
      ...(isAlone ? {} : { deployment: plan }),
    },
    selectRules().rules,
  );
  return {
    configuration: { filePath: input.path, document, effective, launch, topology },
    findings,
    sha: input.source.sha ?? null,
  };
}

function describeMissingText({ source }: SideInput): SideReview {
  return {
    configuration: null,
    findings: source.kind === 'unreadable' ? [describeUnreadable(source)] : [],
    sha: source.sha ?? null,
  };
}
