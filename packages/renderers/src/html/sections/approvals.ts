import type { Report } from '@topodiff/report';
import { inline, type Child, type Markup } from '../../escape/markup.ts';
import { htmlLimits, textLimits } from '../../limits.ts';
import { advisoryRemark, approvalKindWords, approvalTitle, minuteOf } from '../../reading/approvals.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { code, link, list, section, upTo } from '../elements.ts';

type Approvals = NonNullable<Report['approvals']>;
type Required = Approvals['required'][number];

/** Changes that need an approval, approvals that do not count, and what holds for all. */
export function approvals(report: Report, names: ReadonlyMap<string, string>): readonly Markup[] {
  if (report.approvals === null) return [];
  const required = upTo(report.approvals.required, htmlLimits.items, {
    noun: 'change',
    before: 'Approvals of ',
  });
  const refused = upTo(report.approvals.refused, htmlLimits.items, {
    noun: 'remark',
    before: 'On approvals: ',
  });
  return section('approvals', approvalTitle(report), [
    ...list(required.shown.map((change) => approvalItem(change, names.get(change.path) ?? change.path))),
    ...required.rest,
    ...list([...refused.shown.map(refusedItem), ...remarkItems(report.approvals)]),
    ...refused.rest,
  ]);
}

function approvalItem({ approval, fingerprint, kinds, label, path }: Required, name: string): Markup {
  const what: readonly Child[] = [
    code(cutMiddle(name === '' ? path : name, textLimits.path)),
    ` ${cutEnd(label, textLimits.label)} (${kinds.map((kind) => approvalKindWords[kind]).join(', ')})`,
    inline('br', {}),
  ];
  if (approval === null) {
    return inline(
      'li',
      {},
      ...state('⏳', 'waits'),
      ...what,
      'To approve: ',
      code(`/topodiff approve ${cutEnd(fingerprint, textLimits.name)} REASON`),
    );
  }
  const { by, via, url, at, reason } = approval;
  return inline(
    'li',
    {},
    ...state('✅', 'approved'),
    ...what,
    'by ',
    inline('strong', {}, cutEnd(by, textLimits.name)),
    ' (',
    link(via, url),
    `, ${minuteOf(at)} UTC)${reason.trim() === '' ? '' : `: ${cutEnd(reason, textLimits.sentence)}`}`,
  );
}

function state(sign: string, word: string): readonly Child[] {
  return [inline('span', { 'aria-hidden': 'true' }, sign), ' ', inline('strong', {}, word), ' '];
}

function refusedItem({ by, reason, url, at }: Approvals['refused'][number]): Markup {
  return inline(
    'li',
    {},
    'not counted: ',
    link(inline('strong', {}, cutEnd(by, textLimits.name)), url),
    `, ${minuteOf(at)} UTC: ${cutEnd(reason, textLimits.sentence)}`,
  );
}

function remarkItems({ remarks, isAdvisory, required }: Approvals): readonly Markup[] {
  const { before, status, after } = advisoryRemark;
  return [
    ...remarks.map((remark) => inline('li', {}, cutEnd(remark, textLimits.sentence))),
    ...(isAdvisory && required.length > 0 ? [inline('li', {}, before, code(status), after)] : []),
  ];
}
