import type { Report } from '@topodiff/report';
import { escapeMarkdown } from '../../escape/escape-markdown.ts';
import { codeSpan } from '../../escape/markdown-code-span.ts';
import { textLimits } from '../../limits.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { advisoryRemark, approvalKindWords, minuteOf } from '../../reading/approvals.ts';
import { link } from '../links.ts';

type Approvals = NonNullable<Report['approvals']>;
type Required = Approvals['required'][number];

/** One change that needs an approval: what it is, and who approved it or how to do so. */
export function approvalItem({ approval, fingerprint, kinds, label, path }: Required, name: string): string {
  const what = `${codeSpan(cutMiddle(name === '' ? path : name, textLimits.path))} ${escapeMarkdown(cutEnd(label, textLimits.label))} (${kinds.map((kind) => approvalKindWords[kind]).join(', ')})`;
  if (approval === null) {
    return `- ⏳ **waits** ${what}\\\n  To approve: ${codeSpan(`/topodiff approve ${cutEnd(fingerprint, textLimits.name)} REASON`)}`;
  }
  const by = `**${escapeMarkdown(cutEnd(approval.by, textLimits.name))}**`;
  const how = `${link(approval.via, approval.url)}, ${escapeMarkdown(minuteOf(approval.at))} UTC`;
  const reason =
    approval.reason.trim() === '' ? '' : `: ${escapeMarkdown(cutEnd(approval.reason, textLimits.sentence))}`;
  return `- ✅ **approved** ${what}\\\n  by ${by} (${how})${reason}`;
}

/** An approval that does not count, and why. */
export function refusedItem({ by, reason, url, at }: Approvals['refused'][number]): string {
  const who = link(`**${escapeMarkdown(cutEnd(by, textLimits.name))}**`, url);
  return `- not counted: ${who}, ${escapeMarkdown(minuteOf(at))} UTC: ${escapeMarkdown(cutEnd(reason, textLimits.sentence))}`;
}

/** What holds for all approvals of the report. */
export function approvalRemarks({ remarks, isAdvisory, required }: Approvals): readonly string[] {
  return [
    ...remarks.map((remark) => `- ${escapeMarkdown(cutEnd(remark, textLimits.sentence))}`),
    ...(isAdvisory && required.length > 0
      ? [`- ${advisoryRemark.before}${codeSpan(advisoryRemark.status)}${advisoryRemark.after}`]
      : []),
  ];
}
