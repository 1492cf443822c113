import type { ReportFinding } from '@topodiff/report';
import type { Fix, Result, Suppression } from 'sarif';
import { escapeSarifMessage } from '../escape/escape-sarif-message.ts';
import { showHiddenCharacters } from '../escape/show-hidden-characters.ts';
import { textLimits } from '../limits.ts';
import { cutEnd } from '../reading/cut-text.ts';
import { levels } from './levels.ts';
import { artifactLocation, location, region } from './locations.ts';
import type { RankedFinding } from './rank-findings.ts';

/**
 * One finding as a result.
 *
 * @param ruleIndexes where each rule is among the descriptors
 * @param sayAccepted whether it says if it is accepted: SARIF wants that of all results of a run, or of none
 */
export function describeResult(
  { finding, path, state }: RankedFinding,
  ruleIndexes: ReadonlyMap<string, number>,
  sayAccepted: boolean,
): Result {
  const { ruleId, severity, range, fingerprint, fix } = finding;
  return {
    ruleId,
    ruleIndex: ruleIndexes.get(ruleId) ?? -1,
    level: levels[severity],
    message: { text: describeMessage(finding) },
    locations: [location(path, range)],
    partialFingerprints: { 'topodiff/v1': fingerprint },
    ...(state === null ? {} : { baselineState: state }),
    ...(sayAccepted ? { suppressions: describeAcceptance(finding) } : {}),
    // What base only had is gone: there is nothing left to mend.
    ...(fix === null || state === 'absent' ? {} : { fixes: [describeFix(fix, finding, path)] }),
  };
}

/** Whether a finding is one that the team keeps. */
export function isAccepted({ acceptance }: ReportFinding): boolean {
  return acceptance?.state === 'counts';
}

function describeAcceptance(finding: ReportFinding): Suppression[] {
  const { acceptance } = finding;
  if (acceptance === null || !isAccepted(finding)) return [];
  const justification = showHiddenCharacters(cutEnd(acceptance.reason, textLimits.message));
  return [{ kind: acceptance.by === 'policy' ? 'external' : 'inSource', status: 'accepted', justification }];
}

function describeMessage({ message, suggestion }: ReportFinding): string {
  return [message, ...(suggestion === null ? [] : [`Fix: ${suggestion}`])]
    .map((line) => escapeSarifMessage(cutEnd(line, textLimits.message)))
    .join('\n');
}

function describeFix(
  { edits }: NonNullable<ReportFinding['fix']>,
  { suggestion }: ReportFinding,
  path: string,
): Fix {
  return {
    ...(suggestion === null
      ? {}
      : { description: { text: escapeSarifMessage(cutEnd(suggestion, textLimits.message)) } }),
    artifactChanges: [
      {
        artifactLocation: artifactLocation(path),
        // The edit's text goes into the file: it is exact, and JSON escapes what acts in it.
        replacements: edits.map(({ range, text }) => ({
          deletedRegion: region(range),
          ...(text === '' ? {} : { insertedContent: { text } }),
        })),
      },
    ],
  };
}
