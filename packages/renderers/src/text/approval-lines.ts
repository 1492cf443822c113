import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { approvalKindWords, pendingApprovals } from '../reading/approvals.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import { hangingLines, type TitledText } from './layout/hanging-lines.ts';
import type { TextSetup, TextStyles } from './text-options.ts';

type Approvals = NonNullable<Report['approvals']>;

/** Changes that need an approval: which they are, what each is known by, and who gave it. */
export function approvalLines(report: Report, setup: TextSetup): readonly string[] {
  const { approvals } = report;
  if (approvals === null) return [];
  const { required, refused, remarks } = approvals;
  const { styles } = setup;
  const rows: readonly TitledText[] = [
    ...required.flatMap((change) => changeRows(change, styles)),
    ...refused.map(({ by, at, reason }) => ({
      title: { text: 'not counted', style: styles.yellow },
      text: `${name(by)}, ${time(at)}: ${sentence(reason)}`,
    })),
    ...remarks.map((remark) => ({ title: { text: 'remark', style: styles.dim }, text: sentence(remark) })),
  ];
  if (rows.length === 0) return [];
  const lines = hangingLines(rows, { ...setup, width: setup.width - 2 });
  return [styles.bold(titleOf(report, required.length)), ...lines.map((line) => `  ${line}`)];
}

function titleOf(report: Report, all: number): string {
  const pending = pendingApprovals(report).length;
  if (all === 0) return 'Approvals';
  return pending === 0 ? `Approved (${all})` : `Approval needed (${pending} of ${all})`;
}

function changeRows(
  { approval, fingerprint, kinds, label, path }: Approvals['required'][number],
  styles: TextStyles,
): readonly TitledText[] {
  const change = `${escapeTerminal(cutMiddle(path, textLimits.path))}  ${escapeTerminal(cutEnd(label, textLimits.label))}`;
  const mark = `${kinds.map((kind) => approvalKindWords[kind]).join(', ')}; fingerprint ${name(fingerprint)}`;
  if (approval === null) {
    return [{ title: { text: 'waits', style: styles.yellow }, text: change }, continued(mark)];
  }
  const { at, by, reason, via } = approval;
  const because = reason.trim() === '' ? '' : `: ${sentence(reason)}`;
  return [
    { title: { text: 'approved', style: styles.green }, text: change },
    continued(mark),
    continued(`by ${name(by)} (${via}, ${time(at)})${because}`),
  ];
}

function continued(text: string): TitledText {
  return { title: { text: '' }, text };
}

function name(text: string): string {
  return escapeTerminal(cutEnd(text, textLimits.name));
}

function sentence(text: string): string {
  return escapeTerminal(cutEnd(text, textLimits.sentence));
}

/** To the minute; who approves in the same one is told apart elsewhere. */
function time(at: string): string {
  return `${escapeTerminal(at.slice(0, 16).replace('T', ' '))} UTC`;
}
