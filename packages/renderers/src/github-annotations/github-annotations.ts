import type { ReportFinding, ReportModel } from '@topodiff/report';
import {
  commandLineBreak,
  escapeCommandData,
  escapeCommandProperty,
} from '../escape/escape-workflow-command.ts';
import { acceptanceText } from '../check-run/acceptance-text.ts';
import { limits, textLimits } from '../limits.ts';
import { countSeverities, severityPhrases } from '../reading/count-severities.ts';
import { cutEnd } from '../reading/cut-text.ts';
import { lastLine } from '../reading/last-line.ts';
import type { Renderer } from '../renderer.ts';

/** What the last notice says of the annotations. */
export interface GithubAnnotationOptions {
  /** Where the findings are that GitHub has no room for, as words: `the job summary` (default). */
  readonly remainderPlace?: string;
  /** Why these annotations stand in for a check run, as words (`the token lacks checks: write`); the last notice says so. */
  readonly reason?: string;
}

const kinds = ['error', 'warning', 'notice'] as const;

const kindOfSeverity = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Workflow commands that put findings on the lines of the pull request. GitHub drops more than ten of a kind without
 * a word, so the ten worst of each kind are written, and a last notice says how many more there are and where, and why there is
 * no check run. What is accepted is a notice, whatever its severity.
 */
export const githubAnnotations: Renderer<GithubAnnotationOptions> = {
  id: 'github-annotations',
  mediaType: 'text/plain',
  render(report, { remainderPlace = 'the job summary', reason }) {
    const findings = report.models
      .filter((model) => model.head !== null)
      .flatMap((model) => model.findings.map((finding) => ({ model, finding })));
    // New findings first: what base has already is not news on a pull request, and what is accepted least of all.
    const ranked = [0, 1, 2].flatMap((rank) => findings.filter(({ finding }) => rankOf(finding) === rank));
    const ofKind = kinds.map((kind) => ranked.filter(({ finding }) => kindOf(finding) === kind));
    const isOverflowing = ofKind.some(({ length }) => length > limits.annotationsPerKind);
    const hasLastNotice = isOverflowing || reason !== undefined;
    const shown = new Set(
      ofKind.flatMap((entries, index) =>
        // the last notice counts too
        entries.slice(0, limits.annotationsPerKind - (hasLastNotice && kinds[index] === 'notice' ? 1 : 0)),
      ),
    );
    const rest = findings.filter((entry) => !shown.has(entry)).map(({ finding }) => finding);
    const commands = [
      ...findings.filter((entry) => shown.has(entry)).map(({ model, finding }) => command(model, finding)),
      ...lastNotice(rest, remainderPlace, reason),
    ];
    return commands.map((line) => `${line}\n`).join('');
  },
};

function isAccepted({ acceptance }: ReportFinding): boolean {
  return acceptance?.state === 'counts';
}

function kindOf(finding: ReportFinding): (typeof kinds)[number] {
  return isAccepted(finding) ? 'notice' : kindOfSeverity[finding.severity];
}

function rankOf(finding: ReportFinding): number {
  if (isAccepted(finding)) return 2;
  return finding.isInBase ? 1 : 0;
}

function command({ path }: ReportModel, finding: ReportFinding): string {
  const { start, end } = finding.range;
  const properties: (readonly [string, string | number])[] = [
    ['file', path],
    ['line', start.line],
    ['endLine', lastLine(finding.range)],
    // GitHub shows columns only within one line
    ...(start.line === end.line
      ? ([
          ['col', start.column],
          ['endColumn', end.column],
        ] as const)
      : []),
    ['title', cutEnd(finding.ruleId, textLimits.name)],
  ];
  const message = [
    finding.message,
    ...(finding.suggestion === null ? [] : [`Fix: ${finding.suggestion}`]),
    ...(finding.acceptance === null ? [] : [acceptanceText(finding.acceptance)]),
  ]
    .map((line) => escapeCommandData(cutEnd(line, textLimits.message)))
    .join(commandLineBreak);
  const list = properties.map(([name, value]) => `${name}=${escapeCommandProperty(String(value))}`).join(',');
  return `::${kindOf(finding)} ${list}::${message}`;
}

function lastNotice(
  rest: readonly ReportFinding[],
  place: string,
  reason: string | undefined,
): readonly string[] {
  const accepted = rest.filter(isAccepted).length;
  const phrases = [
    ...severityPhrases(countSeverities(rest.filter((finding) => !isAccepted(finding)))),
    ...(accepted === 0 ? [] : [`${accepted} accepted`]),
  ].join(', ');
  const sentences = [
    ...(rest.length === 0 ? [] : [`${phrases} more without annotation: see ${place}.`]),
    ...(reason === undefined ? [] : [`No check run was written: ${cutEnd(reason, textLimits.sentence)}.`]),
  ];
  return sentences.length === 0 ? [] : [`::notice title=topodiff::${escapeCommandData(sentences.join(' '))}`];
}
