import { compareModelConfigs, type Change, type ChangeLocation } from '@topodiff/diff';
import { helpUrlOf } from './help-url.ts';
import { joinLabels } from '@topodiff/topology';
import type { Finding } from '@topodiff/rules';
import { formatConfigPath, joinMessage } from '@topodiff/schema';
import { describeRange, describeSide } from './describe-side.ts';
import { fingerprint } from './fingerprint.ts';
import { readSide, type SideReview } from './read-side.ts';
import type { ReportChange, ReportFinding, ReportModel } from './report.ts';
import type { ModelInput, ReviewInput, SourceText } from './review-input.ts';
import { describeCrash } from './unreadable-finding.ts';
import { listTextHunks } from './list-text-hunks.ts';

/**
 * Reviews one model on both sides. A bug of ours becomes a finding of this model and hides no other.
 *
 * @param sharedHead the head side when it was worked out together with the other models of its host
 */
export function reviewModel(model: ModelInput, input: ReviewInput, sharedHead?: SideReview): ReportModel {
  const base = reviewSide(model, 'base', input);
  const head = sharedHead ?? reviewSide(model, 'head', input);
  const baseFindings = describeFindings(model, base, new Set());
  const knownInBase = new Set(baseFindings.map((finding) => finding.fingerprint));
  const findings = describeFindings(model, head, knownInBase);
  const keptInHead = new Set(findings.map((finding) => finding.fingerprint));
  const baseSide = base === null ? null : describeSide(base);
  const headSide = head === null ? null : describeSide(head);
  const isComparison = input.comparison !== undefined;
  return {
    path: model.path,
    previousPath: model.previousPath ?? null,
    status: isComparison ? statusOf(model) : 'unchanged',
    label: isComparison
      ? joinLabels(baseSide?.topology.label ?? null, headSide?.topology.label ?? null)
      : (headSide?.topology.label ?? '∅'),
    base: baseSide,
    head: headSide,
    findings,
    resolvedFindings: baseFindings.filter((finding) => !keptInHead.has(finding.fingerprint)),
    changes: isComparison ? describeChanges(model, base, head) : [],
    textHunks: isComparison ? listTextHunks(model) : [],
  };
}

function reviewSide(model: ModelInput, side: 'base' | 'head', input: ReviewInput): SideReview | null {
  const source = model[side];
  if (source === null) return null;
  const isBase = side === 'base';
  try {
    return readSide({
      path: isBase ? (model.previousPath ?? model.path) : model.path,
      source,
      host: isBase ? (input.baseHost ?? input.host) : input.host,
      relatedFiles: model.relatedFiles?.[side] ?? new Map(),
    });
  } catch (error) {
    return { configuration: null, findings: [describeCrash(error)], sha: source.sha ?? null };
  }
}

function statusOf({ base, head, path, previousPath }: ModelInput): ReportModel['status'] {
  if (base === null) return 'added';
  if (head === null) return 'removed';
  if (previousPath !== undefined && previousPath !== path) return 'renamed';
  return isSameSource(base, head) ? 'unchanged' : 'modified';
}

function isSameSource(base: SourceText, head: SourceText): boolean {
  if (base.kind === 'text' && head.kind === 'text') return base.text === head.text;
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
): ReportFinding[] {
  return (side?.findings ?? []).map((finding) => describeFinding(model, finding, knownInBase));
}

function describeFinding(
  model: ModelInput,
  finding: Finding,
  knownInBase: ReadonlySet<string>,
): ReportFinding {
  const { ruleId, messageId, params } = finding;
  const configPath = formatConfigPath(finding.path);
  // A renamed file keeps its findings: the fingerprint holds the base's path.
  const id = fingerprint(
    model.previousPath ?? model.path,
    ruleId,
    messageId,
    configPath,
    Object.entries(params).sort(),
  );
  return {
    ruleId,
    messageId,
    severity: finding.severity,
    message: joinMessage(finding.message),
    messageParts: finding.message.map((part) => ({ ...part })),
    suggestion: finding.suggestion === undefined ? null : joinMessage(finding.suggestion),
    suggestionParts: (finding.suggestion ?? []).map((part) => ({ ...part })),
    configPath,
    range: describeRange(finding.range),
    isExactRange: finding.isExactRange,
    isInBase: knownInBase.has(id),
    fingerprint: id,
    helpUrl: helpUrlOf(ruleId),
  };
}

function describeChanges(
  model: ModelInput,
  base: SideReview | null,
  head: SideReview | null,
): ReportChange[] {
  // Nothing is known of a side that could not be read: a comparison with it would be a guess. Its finding says so.
  if ((base !== null && base.configuration === null) || (head !== null && head.configuration === null))
    return [];
  return compareModelConfigs(base?.configuration ?? null, head?.configuration ?? null).map((change) =>
    describeChange(model, change),
  );
}

function describeChange(model: ModelInput, change: Change): ReportChange {
  const { id, impact, reason, layer, area, action, params } = change;
  const location = change.head ?? change.base;
  return {
    id,
    impact,
    reason,
    layer,
    area,
    action,
    message: joinMessage(change.message),
    messageParts: change.message.map((part) => ({ ...part })),
    base: describeLocation(change.base),
    head: describeLocation(change.head),
    fingerprint: fingerprint(
      model.previousPath ?? model.path,
      id,
      location === undefined ? '' : formatConfigPath(location.path),
      Object.entries(params).sort(),
    ),
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
