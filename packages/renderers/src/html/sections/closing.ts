import type { Report } from '@topodiff/report';
import { inline, type Child, type Markup } from '../../escape/markup.ts';
import { htmlLimits, textLimits } from '../../limits.ts';
import { countsPhrase, driftWords, policyWords, revisionText } from '../../reading/basis.ts';
import { compareUrl } from '../../reading/blob-url.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { hostPhrases } from '../../reading/host-phrase.ts';
import { quantity } from '../../reading/quantity.ts';
import { code, folded, link, list, upTo } from '../elements.ts';
import type { HtmlOptions } from '../html-options.ts';

/** Files that were left out, each with its reason. */
export function skippedFiles({ skipped }: Report): readonly Markup[] {
  const { shown, rest } = upTo(skipped, htmlLimits.items, { noun: 'skipped file' });
  const items = shown.map(({ path, reason }) =>
    inline('li', {}, code(cutMiddle(path, textLimits.path)), `: ${cutEnd(reason, textLimits.sentence)}`),
  );
  return folded(quantity(skipped.length, 'skipped file'), [...list(items), ...rest]);
}

/** What was compared, on which host, and how much of it was read: the small print that makes the rest checkable. */
export function closing(report: Report, options: HtmlOptions): Markup {
  const host = hostPhrases(report.host).map((phrase) => cutMiddle(phrase, textLimits.path));
  const parts: readonly (readonly Child[])[] = [
    ...compared(report, options),
    ...drift(report),
    [countsPhrase(report)],
    [host.join(', ')],
    ...policy(report),
    [`topodiff ${cutEnd(report.tool.version, textLimits.name)}`],
    ...(options.runUrl === undefined ? [] : [[link('full report', options.runUrl)]]),
    ...(options.docsUrl === undefined ? [] : [[link('what this means', options.docsUrl)]]),
  ];
  return inline(
    'footer',
    {},
    ...parts.flatMap((part, index): readonly Child[] => (index === 0 ? part : [' · ', ...part])),
  );
}

function compared({ comparison }: Report, options: HtmlOptions): readonly (readonly Child[])[] {
  if (comparison === null) return [];
  const { base, head } = comparison;
  return [
    [
      link('compared', compareUrl(comparison, options)),
      ' ',
      code(revisionText(base)),
      ' → ',
      code(revisionText(head)),
    ],
  ];
}

function drift(report: Report): readonly (readonly Child[])[] {
  const words = driftWords(report);
  return words === null ? [] : [[code(words.tip), ` ${words.words}`]];
}

function policy(report: Report): readonly (readonly Child[])[] {
  const words = policyWords(report);
  if (words === null) return [];
  const at = words.revision === null ? [] : [' of ', code(words.revision)];
  return [['policy ', code(words.path), ...at, words.more]];
}
