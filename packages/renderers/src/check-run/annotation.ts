import type { ReportFinding } from '@topodiff/report';
import { showHiddenCharacters } from '../escape/show-hidden-characters.ts';
import { limits, textLimits } from '../limits.ts';
import { utf8Bytes } from '../reading/utf8-bytes.ts';
import { cutBytes, cutEnd } from '../reading/cut-text.ts';
import { lastLine } from '../reading/last-line.ts';
import { acceptanceText } from './acceptance-text.ts';

/** A finding on lines of a file, with the field names of GitHub's REST interface. */
export interface CheckRunAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly raw_details?: string;
}

const levels = { error: 'failure', warning: 'warning', info: 'notice' } as const;

/** One finding as an annotation: the message, below it what to do, and who keeps the finding as it is. */
export function describeAnnotation(path: string, finding: ReportFinding): CheckRunAnnotation {
  const { ruleId, severity, range, acceptance, helpUrl } = finding;
  const { start, end } = range;
  return {
    // GitHub looks for the file under its exact name; only what JSON cannot carry is replaced.
    path: path.replace(/\p{Cs}/gu, '\ufffd'),
    start_line: start.line,
    end_line: lastLine(range),
    // GitHub refuses columns over several lines
    ...(start.line === end.line ? { start_column: start.column, end_column: end.column } : {}),
    annotation_level: acceptance?.state === 'counts' ? 'notice' : levels[severity],
    title: cutBytes(showHiddenCharacters(ruleId), limits.checkTitleBytes),
    message: describeMessage(finding),
    ...(helpUrl === null ? {} : { raw_details: helpUrl }),
  };
}

/** What is below the message stays, however long that is: it says what to do. */
function describeMessage({ message, suggestion, acceptance }: ReportFinding): string {
  const below = [
    ...(suggestion === null ? [] : [`Fix: ${cutEnd(suggestion, textLimits.message)}`]),
    ...(acceptance === null ? [] : [acceptanceText(acceptance)]),
  ]
    .map((line) => `\n${showHiddenCharacters(line)}`)
    .join('');
  const room = limits.checkMessageBytes - utf8Bytes(below);
  return `${cutBytes(showHiddenCharacters(message), room)}${below}`;
}
