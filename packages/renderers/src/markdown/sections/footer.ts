import type { Report } from '@topodiff/report';
import { encodeUrlPath } from '../../escape/encode-url.ts';
import { escapeMarkdown } from '../../escape/escape-markdown.ts';
import { codeSpan } from '../../escape/markdown-code-span.ts';
import { textLimits } from '../../limits.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { hostPhrases } from '../../reading/host-phrase.ts';
import { isChanged } from '../../reading/is-changed.ts';
import { quantity } from '../../reading/quantity.ts';
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

function compared({ base, head }: NonNullable<Report['comparison']>, options: MarkdownOptions): string {
  const names = `${revision(base)} → ${revision(head)}`;
  const baseSha = options.baseSha ?? base.sha;
  const headSha = options.headSha ?? head.sha;
  if (options.repositoryUrl === undefined || baseSha === null || headSha === null) return `compared ${names}`;
  const range = `${encodeUrlPath(baseSha)}...${encodeUrlPath(headSha)}`;
  return `${link('compared', `${options.repositoryUrl.replace(/\/+$/, '')}/compare/${range}`)} ${names}`;
}

function revision({ name, sha }: { readonly name: string; readonly sha: string | null }): string {
  const short = sha?.slice(0, 7);
  if (short === undefined || sha === name) return codeSpan(cutMiddle(short ?? name, textLimits.name));
  return codeSpan(`${cutMiddle(name, textLimits.name)}@${short}`);
}

/** How far the base branch has moved on, and whether that concerns these files. */
function driftPhrase({ comparison }: Report): readonly string[] {
  const drift = comparison?.drift ?? null;
  if (drift === null || drift.commits === 0) return [];
  const touched =
    drift.models.length === 0
      ? 'none touch these files'
      : `${quantity(drift.models.length, 'model')} changed there`;
  return [`${revision(drift.tip)} has moved ${quantity(drift.commits, 'commit')}, ${touched}`];
}

function policyPhrase({ policy }: Report): readonly string[] {
  if (policy === null) return [];
  const at = policy.revision === null ? '' : ` of ${revision(policy.revision)}`;
  const preset = policy.preset === 'recommended' ? '' : `, preset ${policy.preset}`;
  return [
    `policy ${codeSpan(cutMiddle(policy.path, textLimits.path))}${at}${preset}${policy.isOnlyNew ? ', only new findings block' : ''}`,
  ];
}

function countsPhrase({ models, skipped, comparison, fleet }: Report): string {
  const changed = comparison === null ? [] : [`${models.filter(isChanged).length} changed`];
  return [
    `${quantity(models.length + fleet.untouched.models, 'file')} read`,
    ...changed,
    `${skipped.length} skipped`,
  ].join(', ');
}
