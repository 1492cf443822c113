import type { Report } from '@topodiff/report';
import { escapeMarkdown } from '../../escape/escape-markdown.ts';
import { codeSpan } from '../../escape/markdown-code-span.ts';
import { textLimits } from '../../limits.ts';
import { countsPhrase, driftWords, policyWords, revisionText } from '../../reading/basis.ts';
import { compareUrl } from '../../reading/blob-url.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { hostPhrases } from '../../reading/host-phrase.ts';
import { link } from '../links.ts';
import type { MarkdownOptions } from '../markdown-options.ts';

/** What was compared, on which host, and how much of it was read: the small print that makes the rest checkable. */
export function footer(report: Report, options: MarkdownOptions): string {
  const { comparison } = report;
  const parts = [
    ...(comparison === null ? [] : [compared(comparison, options)]),
    ...driftPhrase(report),
    countsPhrase(report),
    hostPhrases(report.host)
      .map((phrase) => escapeMarkdown(cutMiddle(phrase, textLimits.path)))
      .join(', '),
    ...policyPhrase(report),
    `topodiff ${escapeMarkdown(cutEnd(report.tool.version, textLimits.name))}`,
    ...(options.runUrl === undefined ? [] : [link('full report', options.runUrl)]),
    ...(options.docsUrl === undefined ? [] : [link('what this means', options.docsUrl)]),
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}

function compared(comparison: NonNullable<Report['comparison']>, options: MarkdownOptions): string {
  const { base, head } = comparison;
  const names = `${codeSpan(revisionText(base))} → ${codeSpan(revisionText(head))}`;
  return `${link('compared', compareUrl(comparison, options))} ${names}`;
}

function driftPhrase(report: Report): readonly string[] {
  const drift = driftWords(report);
  return drift === null ? [] : [`${codeSpan(drift.tip)} ${drift.words}`];
}

function policyPhrase(report: Report): readonly string[] {
  const policy = policyWords(report);
  if (policy === null) return [];
  const at = policy.revision === null ? '' : ` of ${codeSpan(policy.revision)}`;
  return [`policy ${codeSpan(policy.path)}${at}${policy.more}`];
}
