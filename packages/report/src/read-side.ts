import type { ConfigurationSide } from '@topodiff/diff';
import { checkRules, type Finding, type SelectedRule } from '@topodiff/rules';
import { parseModelConfig } from '@topodiff/schema';
import {
  buildTopology,
  planLaunch,
  resolveEffectiveConfig,
  type HostProfile,
  type LaunchPlan,
} from '@topodiff/topology';
import { nameModel } from './name-model.ts';
import type { ParseSource } from './parse-source.ts';
import type { ArchiveInput, SourceText } from './review-input.ts';
import { describeShortened, shortenFindings } from './shorten-findings.ts';
import { isTooComplex } from './is-too-complex.ts';
import { describeTooComplex, describeUnreadable } from './unreadable-finding.ts';

/** One side of one model, worked out as far as its text allows. */
export interface SideReview {
  /** Null when the text could not be had: there is then nothing to plan or to compare. */
  readonly configuration: ConfigurationSide | null;
  readonly findings: readonly Finding[];
  /** What is left out of `findings`, one sentence each. */
  readonly shortened: readonly string[];
  readonly sha: string | null;
}

/** What one side of one model is worked out from; `relatedFiles` are texts by the path as written, null where there is none. */
export interface SideInput {
  readonly path: string;
  readonly source: SourceText;
  readonly host: HostProfile;
  readonly rules: readonly SelectedRule[];
  readonly relatedFiles: ReadonlyMap<string, string | null>;
  readonly parse: ParseSource;
  /** Of a configuration out of an archive. */
  readonly archive?: ArchiveInput | null;
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
  const { source } = input;
  return source.kind === 'unreadable' || isTooComplex(source.text) ? null : resolveText(input, source);
}

function resolveText(
  { path, host, parse, archive = null }: SideInput,
  source: Extract<SourceText, { kind: 'text' }>,
) {
  const written = parse(source);
  const isRead = archive === null || isConfigRead(archive);
  const name = archive?.manifest.modelName ?? nameModel(path);
  const version = archive?.manifest.modelVersion ?? undefined;
  return {
    /** What stands in the file; of a file that nobody reads only the rules about the archive speak. */
    written,
    document: isRead ? written : parseModelConfig(''),
    isRead,
    planned: {
      name,
      effective: resolveEffectiveConfig(isRead ? written : null, host, name, version),
      isConfigFileMissing: archive !== null && archive.manifest.configFile !== null && !isRead,
    },
  };
}

/** Only the file that the manifest names is read, and only when it is there. */
function isConfigRead({ manifest, fileNames }: ArchiveInput): boolean {
  return manifest.configFile !== null && fileNames.includes(manifest.configFile);
}

function completeSide(input: SideInput, side: ResolvedSide, plan: LaunchPlan, index: number): SideReview {
  const launch = plan.models[index];
  if (launch === undefined) throw new Error(`The plan lacks model ${index}`);
  const { document } = side;
  const { effective } = side.planned;
  const archive = input.archive ?? undefined;
  const topology = buildTopology(launch, input.relatedFiles, archive?.manifest.handler);
  const isAlone = plan.models.length === 1;
  const findings = shortenFindings(
    checkRules(
      {
        document: side.written,
        effective,
        host: input.host,
        launch,
        topology,
        ...(archive === undefined ? {} : { archive }),
        ...(input.relatedFiles.size === 0 ? {} : { relatedFiles: input.relatedFiles }),
        ...(isAlone ? {} : { deployment: plan }),
      },
      input.rules.filter(({ rule }) => side.isRead || rule.needs === 'archive'),
    ),
  );
  return {
    configuration: { filePath: input.path, document, effective, launch, topology },
    findings: findings.listed,
    shortened: describeShortened(findings),
    sha: input.source.sha ?? null,
  };
}

function describeMissingText({ source }: SideInput): SideReview {
  return {
    configuration: null,
    findings: [source.kind === 'unreadable' ? describeUnreadable(source) : describeTooComplex()],
    shortened: [],
    sha: source.sha ?? null,
  };
}
