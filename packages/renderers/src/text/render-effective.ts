import type { Report } from '@topodiff/report';
import { outcomePhrase } from '../reading/outcome-phrase.ts';
import { remarkLines } from './closing-lines.ts';
import { hostLine } from './host-line.ts';
import { alignColumns } from './layout/align-columns.ts';
import { headlineCells } from './model-lines.ts';
import { settingsLines } from './settings-lines.ts';
import { textSetup, type TextOptions } from './text-options.ts';

/** Every setting of each model at head: as declared, as TorchServe uses it, and why (`topodiff effective`). */
export function renderEffective(report: Report, options: TextOptions): string {
  const setup = textSetup(options);
  const paragraphs: (readonly string[])[] = [[hostLine(report, setup)]];
  for (const model of report.models) {
    paragraphs.push(alignColumns([headlineCells(model, report.comparison, setup)]));
    if (model.head === null) continue;
    const outcome = outcomePhrase(model.head);
    if (outcome !== null) paragraphs.push([`  ${outcome}`]);
    paragraphs.push(settingsLines(model.head.settings, setup));
  }
  paragraphs.push(remarkLines(report, setup));
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
