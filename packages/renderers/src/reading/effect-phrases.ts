import type { Report } from '@topodiff/report';
import { textLimits } from '../limits.ts';
import { countSeverities, severityPhrases } from './count-severities.ts';
import { cutEnd } from './cut-text.ts';
import { isChanged } from './is-changed.ts';
import { quantity } from './quantity.ts';

/** `2 of 5 models change`, `1 blocking`: what happens, most important first, as text that nobody has escaped yet. */
export function effectPhrases(report: Report): readonly string[] {
  return [changePhrase(report), ...findingPhrases(report)];
}

function changePhrase(report: Report): string {
  if (report.comparison === null) return `${quantity(report.models.length, 'model')} checked`;
  const changed = report.models.filter(isChanged);
  const [only] = changed;
  if (only === undefined) return 'nothing changes';
  if (changed.length === 1 && only.base?.topology.label !== only.head?.topology.label)
    return cutEnd(only.label, textLimits.label);
  const all = report.models.length + report.fleet.untouched.models;
  return `${changed.length} of ${quantity(all, 'model')} ${changed.length === 1 ? 'changes' : 'change'}`;
}

function findingPhrases({ models, fleet }: Report): readonly string[] {
  const findings = models.flatMap((model) => model.findings);
  const blocking = findings.filter((finding) => finding.isBlocking).length;
  const others = countSeverities(
    findings.filter((finding) => !finding.isBlocking && finding.acceptance?.state !== 'counts'),
  );
  return [
    ...(fleet.budgets.some(({ isBlocking }) => isBlocking) ? ['over the GPU budget'] : []),
    ...(blocking > 0 ? [`${blocking} blocking`] : []),
    ...severityPhrases({ ...others, info: 0 }),
  ];
}
