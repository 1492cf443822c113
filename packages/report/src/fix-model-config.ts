import { applyTextEdits, doOverlap, type Finding, type TextEdit, selectRules } from '@topodiff/rules';
import type { HostProfile } from '@topodiff/topology';
import { listTextHunks } from './list-text-hunks.ts';
import { makeSourceParser } from './parse-source.ts';
import { readSide } from './read-side.ts';
import type { ReportModel } from './report.ts';
import type { SourceText } from './review-input.ts';

/** Rounds after which fixing ends even if fixes are left: one fix can make room for the next. */
const mostRounds = 20;

/** A text to fix, and the host that its findings are about. */
export interface FixInput {
  readonly path: string;
  readonly source: Extract<SourceText, { kind: 'text' }>;
  readonly host: HostProfile;
  readonly relatedFiles?: ReadonlyMap<string, string | null>;
}

/** A text with every safe fix made. */
export interface FixedModelConfig {
  readonly text: string;
  /** Ids of the rules whose fixes were made, one for each fix, in the order in which they were made. */
  readonly fixedRuleIds: readonly string[];
  /** What the fixes change, line by line; null when it is too long to be shown. */
  readonly textHunks: ReportModel['textHunks'] | null;
}

/**
 * Makes all safe fixes in the text of a model-config.yaml, and nothing else: comments, order and formatting stay, because
 * only the edits of the findings are made. Fixes that overlap wait for the next round; a fix after which a reader could
 * no longer read the file is left out. Fixing the result again changes nothing.
 */
export function fixModelConfig(input: FixInput): FixedModelConfig {
  const fixedRuleIds: string[] = [];
  let { source } = input;
  for (let round = 0; round < mostRounds; round += 1) {
    const made = fixOnce({ ...input, source });
    if (made === null) break;
    source = { ...source, text: made.text };
    fixedRuleIds.push(...made.ruleIds);
  }
  const textHunks = listTextHunks({ base: input.source, head: source });
  return { text: source.text, fixedRuleIds, textHunks };
}

interface Round {
  readonly text: string;
  readonly ruleIds: readonly string[];
}

type FixableFinding = Finding & { readonly fix: readonly TextEdit[] };

function fixOnce(input: FixInput): Round | null {
  const { source } = input;
  const chosen = chooseFixes(findingsOf(input).filter(isFixable));
  if (chosen.length === 0) return null;
  const text = applyTextEdits(
    source.text,
    chosen.flatMap(({ fix }) => fix),
  );
  if (readersOf(input, text) >= readersOf(input, source.text)) {
    return { text, ruleIds: chosen.map(({ ruleId }) => ruleId) };
  }
  // One of them breaks the file: the first that does not is made alone, and the rest is looked at again.
  for (const { fix, ruleId } of chosen) {
    const alone = applyTextEdits(source.text, fix);
    if (readersOf(input, alone) >= readersOf(input, source.text)) return { text: alone, ruleIds: [ruleId] };
  }
  return null;
}

function isFixable(finding: Finding): finding is FixableFinding {
  return finding.fix !== undefined && finding.fix.length > 0;
}

function findingsOf({ path, source, host, relatedFiles = new Map() }: FixInput): readonly Finding[] {
  return readSide({ path, source, host, rules: selectRules().rules, relatedFiles, parse: makeSourceParser() })
    .findings;
}

/** In file order, each fix that does not touch what an earlier one changes. */
function chooseFixes(findings: readonly FixableFinding[]): readonly FixableFinding[] {
  const chosen: FixableFinding[] = [];
  const edits: TextEdit[] = [];
  for (const finding of findings) {
    if (finding.fix.some((edit) => edits.some((other) => doOverlap(edit, other)))) continue;
    chosen.push(finding);
    edits.push(...finding.fix);
  }
  return chosen;
}

/** How many of TorchServe's two readers can read the text. */
function readersOf({ source }: FixInput, text: string): number {
  const { frontend, handler } = makeSourceParser()({ ...source, text });
  return [frontend, handler].filter(({ outcome }) => outcome === 'loaded').length;
}
