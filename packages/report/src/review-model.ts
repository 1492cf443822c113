import type { Change, ChangeLocation, ConfigurationSide } from '@topodiff/diff';
import { compareModelConfigs } from '@topodiff/diff';
import type { Finding } from '@topodiff/rules';
import { formatConfigPath, joinMessage } from '@topodiff/schema';
import { joinLabels } from '@topodiff/topology';
import { describeRange, describeSide } from './describe-side.ts';
import { makeFingerprints } from './fingerprint.ts';
import { findChangedRelatedFiles } from './find-changed-related-files.ts';
import { helpUrlOf } from './help-url.ts';
import { listModelNotices } from './list-model-notices.ts';
import { listTextHunks } from './list-text-hunks.ts';
import type { ParseSource } from './parse-source.ts';
import type { SideReview } from './read-side.ts';
import { readSide } from './read-side.ts';
import { isBlocking, makeAcceptance, type Acceptance } from './policy/accept-finding.ts';
import type { ReviewContext } from './review-context.ts';
import type { ReportChange, ReportFinding, ReportModel, ReportNotice } from './report.ts';
import type { ModelInput, SourceText } from './review-input.ts';
import { describeCrash } from './unreadable-finding.ts';

/** One model of the report, and what is to be said about it that is no finding. */
export interface ModelReview {
  readonly model: ReportModel;
  readonly notices: readonly ReportNotice[];
}

/**
 * Reviews one model on both sides. A bug of ours becomes a finding of this model and hides no other.
 *
 * @param sharedHead the head side when it was worked out together with the other models of its host
 */
export function reviewModel(
  model: ModelInput,
  context: ReviewContext,
  parse: ParseSource,
  sharedHead?: SideReview,
): ModelReview {
  const { input, hosts } = context;
  const identity = {
    path: model.path,
    previousPath: model.previousPath ?? null,
    status: input.comparison === undefined ? 'unchanged' : statusOf(model),
    pool: hosts.poolOf(model.path)?.name ?? null,
    changedRelatedFiles: input.comparison === undefined ? [] : [...findChangedRelatedFiles(model, hosts)],
  } as const;
  try {
    const base = reviewSide(model, 'base', context, parse);
    const head = sharedHead ?? reviewSide(model, 'head', context, parse);
    const isCompared =
      input.comparison !== undefined && base?.configuration !== null && head?.configuration !== null;
    const textHunks = isCompared ? listTextHunks(model) : [];
    return {
      model: {
        ...identity,
        ...describeSides(model, context, base, head),
        // Nothing is known of a side that could not be read: comparing it would be a guess. A notice or finding says so.
        changes: isCompared
          ? describeChanges(model, base?.configuration ?? null, head?.configuration ?? null)
          : [],
        textHunks: textHunks ?? [],
      },
      notices: listModelNotices(model, context, { base, head, isTextOmitted: textHunks === null }),
    };
  } catch (error) {
    const crashed = crashedSide(error, undefined);
    const base = model.base === null ? null : { ...crashed, findings: [] };
    return {
      model: { ...identity, ...describeSides(model, context, base, crashed), changes: [], textHunks: [] },
      notices: [],
    };
  }
}

function describeSides(
  model: ModelInput,
  context: ReviewContext,
  base: SideReview | null,
  head: SideReview | null,
): Pick<ReportModel, 'label' | 'base' | 'head' | 'findings' | 'resolvedFindings'> {
  const { comparison } = context.input;
  const baseFindings = describeFindings(model, base, new Set(), () => settled);
  const accept = makeAcceptance({
    policy: context.policy,
    path: model.path,
    today: context.input.today,
    head: head?.configuration?.document ?? null,
    base: base?.configuration?.document ?? null,
    isComparison: comparison !== undefined,
  });
  const findings = describeFindings(model, head, fingerprintsOf(baseFindings), (finding, isInBase) => {
    const acceptance = accept(finding);
    return { acceptance, isBlocking: isBlocking({ ...finding, isInBase, acceptance }, context) };
  });
  const keptInHead = fingerprintsOf(findings);
  const baseSide = base === null ? null : describeSide(base);
  const headSide = head === null ? null : describeSide(head);
  const headLabel = headSide?.topology.label ?? null;
  return {
    label:
      comparison === undefined ? (headLabel ?? '∅') : joinLabels(baseSide?.topology.label ?? null, headLabel),
    base: baseSide,
    head: headSide,
    findings,
    // A head that could not be read may have them all still.
    resolvedFindings:
      head !== null && head.configuration === null
        ? []
        : baseFindings.filter((finding) => !keptInHead.has(finding.fingerprint)),
  };
}

function reviewSide(
  model: ModelInput,
  side: 'base' | 'head',
  { hosts, rules }: ReviewContext,
  parse: ParseSource,
): SideReview | null {
  const source = model[side];
  if (source === null) return null;
  const path = side === 'base' ? (model.previousPath ?? model.path) : model.path;
  try {
    return readSide({
      path,
      source,
      host: hosts.hostOf(path, side),
      rules,
      relatedFiles: model.relatedFiles?.[side] ?? new Map(),
      archive: model.archives?.[side] ?? null,
      parse,
    });
  } catch (error) {
    return crashedSide(error, source.sha);
  }
}

function crashedSide(error: unknown, sha: string | undefined): SideReview {
  return { configuration: null, findings: [describeCrash(error)], shortened: [], sha: sha ?? null };
}

function statusOf({ base, head, path, previousPath }: ModelInput): ReportModel['status'] {
  if (base === null) return 'added';
  if (head === null) return 'removed';
  if (previousPath !== undefined && previousPath !== path) return 'renamed';
  return isSameSource(base, head) ? 'unchanged' : 'modified';
}

function isSameSource(base: SourceText, head: SourceText): boolean {
  if (base.kind === 'text' && head.kind === 'text') {
    return base.text === head.text && (base.hasInvalidUtf8 ?? false) === (head.hasInvalidUtf8 ?? false);
  }
  return (
    base.kind === 'unreadable' &&
    head.kind === 'unreadable' &&
    base.sha !== undefined &&
    base.sha === head.sha
  );
}

function describeFindings(
  model: ModelInput,
  side: SideReview | null,
  knownInBase: ReadonlySet<string>,
  judge: Judge,
): ReportFinding[] {
  const findings = side?.findings ?? [];
  const fingerprints = makeFingerprints(
    findings.map(({ ruleId, messageId, path, params }) => ({
      file: model.previousPath ?? model.path,
      kind: [ruleId, messageId],
      configPath: formatConfigPath(path),
      params,
    })),
  );
  return findings.map((finding, index) => {
    const fingerprint = fingerprints[index] ?? '';
    const isInBase = knownInBase.has(fingerprint);
    return { ...describeFinding(finding, fingerprint), isInBase, ...judge(finding, isInBase) };
  });
}

/** Whether a finding is accepted, and whether it blocks. */
type Judge = (
  finding: Finding,
  isInBase: boolean,
) => { readonly acceptance: Acceptance; readonly isBlocking: boolean };

/** What base has is history: it blocks nothing and needs no acceptance. */
const settled = { acceptance: null, isBlocking: false };

function describeFinding(
  finding: Finding,
  fingerprint: string,
): Omit<ReportFinding, 'isInBase' | 'acceptance' | 'isBlocking'> {
  const { ruleId, messageId, severity, message, suggestion = [], path, range, isExactRange, fix } = finding;
  return {
    ruleId,
    messageId,
    severity,
    message: joinMessage(message),
    messageParts: message.map((part) => ({ ...part })),
    suggestion: suggestion.length === 0 ? null : joinMessage(suggestion),
    suggestionParts: suggestion.map((part) => ({ ...part })),
    configPath: formatConfigPath(path),
    range: describeRange(range),
    isExactRange,
    fix:
      fix === undefined
        ? null
        : { edits: fix.map((edit) => ({ range: describeRange(edit.range), text: edit.text })) },
    fingerprint,
    helpUrl: helpUrlOf(ruleId),
  };
}

function describeChanges(
  model: ModelInput,
  base: ConfigurationSide | null,
  head: ConfigurationSide | null,
): ReportChange[] {
  const changes = compareModelConfigs(base, head);
  const fingerprints = makeFingerprints(
    changes.map((change) => ({
      file: model.previousPath ?? model.path,
      kind: [change.id],
      configPath: formatConfigPath((change.head ?? change.base)?.path ?? []),
      params: change.params,
    })),
  );
  return changes.map((change, index) => describeChange(change, fingerprints[index] ?? ''));
}

function describeChange(change: Change, fingerprint: string): ReportChange {
  const { id, impact, reason, layer, area, action, message } = change;
  return {
    id,
    impact,
    reason,
    layer,
    area,
    action,
    message: joinMessage(message),
    messageParts: message.map((part) => ({ ...part })),
    base: describeLocation(change.base),
    head: describeLocation(change.head),
    fingerprint,
  };
}

function describeLocation(location: ChangeLocation | undefined): ReportChange['base'] {
  if (location === undefined) return null;
  return {
    configPath: formatConfigPath(location.path),
    range: describeRange(location.range),
    isExactRange: location.isExactRange,
  };
}

function fingerprintsOf(findings: readonly ReportFinding[]): ReadonlySet<string> {
  return new Set(findings.map(({ fingerprint }) => fingerprint));
}
