import type {
  ConfigPath,
  MessageParams,
  ModelConfigDocument,
  ResolvedRange,
  TorchserveVersion,
} from '@topodiff/schema';
import { fillMessage, isAtLeast, valueAt } from '@topodiff/schema';
import { compareFindings } from './compare-findings.ts';
import type { Finding, Severity } from './finding.ts';
import { resolveFix } from './fix/resolve-fix.ts';
import type { TextEdit } from './fix/text-edit.ts';
import type { AvailableContexts, FindingDraft, Rule, RuleNeeds } from './rule.ts';
import type { SelectedRule } from './select-rules.ts';

/** Id of the finding that stands for a rule of ours that failed. */
export const ruleCrashedId = 'internal/rule-crashed';

/** The fields of each stage; a rule runs when all of its stage's are there. */
const fieldsOf: Readonly<Record<RuleNeeds, readonly (keyof AvailableContexts)[]>> = {
  document: ['document'],
  'effective-config': ['document', 'effective', 'host'],
  'launch-plan': ['document', 'effective', 'host', 'launch', 'topology'],
  'related-files': ['document', 'effective', 'host', 'launch', 'topology', 'relatedFiles'],
  archive: ['document', 'effective', 'host', 'launch', 'topology', 'archive'],
  deployment: ['document', 'effective', 'host', 'launch', 'topology', 'deployment'],
};

/**
 * Runs the selected rules that the contexts suffice for and returns what they found, in file order (line,
 * column, rule id) and without repetitions. A rule that throws becomes one finding `internal/rule-crashed`
 * and hides no other.
 */
export function checkRules(contexts: AvailableContexts, rules: readonly SelectedRule[]): readonly Finding[] {
  const findings = rules.flatMap(({ rule, severity }) => runRule(rule, severity, contexts));
  return findings
    .sort(compareFindings)
    .filter(
      (finding, index, sorted) => index === 0 || compareFindings(sorted[index - 1] ?? finding, finding) !== 0,
    );
}

function runRule(rule: Rule, severity: Severity, contexts: AvailableContexts): Finding[] {
  if (fieldsOf[rule.needs].some((field) => contexts[field] === undefined)) return [];
  if (!concernsVersion(rule, contexts.host?.torchserveVersion)) return [];
  try {
    const drafts = rule.check(contexts);
    return drafts.map((draft) => completeDraft(rule, severity, draft, contexts.document));
  } catch (error) {
    return [reportCrash(rule, error, contexts.document)];
  }
}

function concernsVersion({ versions }: Rule, version: TorchserveVersion | undefined): boolean {
  if (version === undefined || versions === undefined) return true;
  const { since, until } = versions;
  return (
    (since === undefined || isAtLeast(version, since)) && (until === undefined || isAtLeast(until, version))
  );
}

function completeDraft(
  rule: Rule,
  severity: Severity,
  draft: FindingDraft,
  document: ModelConfigDocument,
): Finding {
  const template = rule.messages[draft.messageId];
  if (template === undefined) throw new Error(`The rule has no message "${draft.messageId}"`);
  const params: MessageParams = draft.params ?? {};
  const suggestion = rule.suggestions?.[draft.messageId];
  const { range, isExact } = resolveRange(draft, document);
  const fix = fixOf(rule, draft, document);
  return {
    ruleId: rule.id,
    messageId: draft.messageId,
    severity,
    params,
    message: fillMessage(template, params),
    ...(suggestion === undefined ? {} : { suggestion: fillMessage(suggestion, params) }),
    path: draft.at,
    range,
    isExactRange: isExact,
    ...(fix === null ? {} : { fix }),
  };
}

function fixOf(rule: Rule, { fix }: FindingDraft, document: ModelConfigDocument): readonly TextEdit[] | null {
  if (fix === undefined) return null;
  if (rule.fixable !== true) throw new Error('The rule gives a fix and is not marked fixable');
  return resolveFix(fix, document);
}

function resolveRange(draft: FindingDraft, document: ModelConfigDocument): ResolvedRange {
  if (draft.range !== undefined) return { range: draft.range, isExact: true };
  return document.rangeOf(draft.at, draft.target ?? (isCollection(draft.at, document) ? 'key' : 'value'));
}

function isCollection(path: ConfigPath, document: ModelConfigDocument): boolean {
  return [document.frontend, document.handler].some((reading) => {
    if (reading.outcome !== 'loaded') return false;
    const kind = valueAt(reading.root, path)?.kind;
    return kind === 'map' || kind === 'list';
  });
}

function reportCrash(rule: Rule, error: unknown, document: ModelConfigDocument): Finding {
  const params = { rule: rule.id, reason: error instanceof Error ? error.message : String(error) };
  const { range, isExact } = document.rangeOf([], 'key');
  return {
    ruleId: ruleCrashedId,
    messageId: 'crashed',
    severity: 'error',
    params,
    message: fillMessage('The rule {rule} failed on this file and found nothing: {reason}', params),
    suggestion: fillMessage(
      'This is a bug of topodiff. Please report it with the file; the other rules ran.',
      {},
    ),
    path: [],
    range,
    isExactRange: isExact,
  };
}
