import type { Report } from '@topodiff/report';
import { inline, type Child, type Markup } from '../../escape/markup.ts';
import { htmlLimits, textLimits } from '../../limits.ts';
import { acceptanceWords } from '../../reading/acceptance.ts';
import { blobUrl } from '../../reading/blob-url.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import {
  findingGroupTitles,
  groupFindings,
  type FindingGroup,
  type ModelFinding,
} from '../../reading/group-findings.ts';
import { code, folded, link, list, message, section, upTo } from '../elements.ts';
import type { HtmlOptions } from '../html-options.ts';
import { severity } from './remarks.ts';

const nouns = {
  blocking: 'blocking finding',
  others: 'finding',
  folded: 'further finding',
  accepted: 'accepted finding',
} as const;

/** All findings by how much they matter; what blocks comes first, advice is folded away. */
export function findings(report: Report, options: HtmlOptions): readonly Markup[] {
  const groups = groupFindings(report);
  const contentOf = (group: FindingGroup) => {
    const { shown, rest } = upTo(groups[group], htmlLimits.findings, { noun: nouns[group] });
    return [...list(shown.map((entry) => findingItem(entry, report, options))), ...rest];
  };
  const titleOf = (group: FindingGroup) => findingGroupTitles[group](groups[group].length);
  return [
    ...section('blocking', titleOf('blocking'), contentOf('blocking')),
    ...section('others', titleOf('others'), contentOf('others')),
    ...folded(titleOf('folded'), contentOf('folded')),
    ...folded(titleOf('accepted'), contentOf('accepted')),
  ];
}

function findingItem({ model, finding }: ModelFinding, report: Report, options: HtmlOptions): Markup {
  const { range, severity: word, ruleId, helpUrl, isInBase, acceptance, suggestionParts } = finding;
  const place = `${cutMiddle(model.path, textLimits.path)}:${range.start.line}:${range.start.column}`;
  const side = model.head === null ? 'base' : 'head';
  return inline(
    'li',
    {},
    severity(word),
    ' ',
    link(code(place), blobUrl(report, options, { side, path: model.path, range })),
    ' ',
    ...message(finding.messageParts),
    ' (',
    link(code(cutEnd(ruleId, textLimits.name)), helpUrl),
    isInBase ? ', also in base)' : ')',
    ...(acceptance === null ? [] : [inline('br', {}), ...acceptanceContent(acceptance)]),
    ...(suggestionParts.length === 0 ? [] : [inline('br', {}), 'Fix: ', ...message(suggestionParts)]),
  );
}

function acceptanceContent(acceptance: NonNullable<ModelFinding['finding']['acceptance']>): readonly Child[] {
  const { head, isExpired, since, details, reason } = acceptanceWords(acceptance);
  return [isExpired ? inline('strong', {}, head) : head, `${since} (${details.join(', ')}): ${reason}`];
}
