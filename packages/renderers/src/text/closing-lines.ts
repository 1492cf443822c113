import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import { assumptionPhrase, differencePhrase, numbersPhrase, shortfallPhrase } from '../reading/gpu-counts.ts';
import { noticePlace } from '../reading/notice-place.ts';
import { hangingLines, type TitledText } from './layout/hanging-lines.ts';
import { severityStyle, type TextSetup } from './text-options.ts';

/** GPUs of the fleet, skipped files and notices. */
export function closingLines(report: Report, setup: TextSetup): readonly string[] {
  const fleet = report.models.length === 0 ? [] : [fleetText(report, setup)];
  return hangingLines([...fleet, ...remarks(report, setup)], setup);
}

/** Skipped files and notices alone. */
export function remarkLines(report: Report, setup: TextSetup): readonly string[] {
  return hangingLines(remarks(report, setup), setup);
}

function fleetText(report: Report, { styles }: TextSetup): TitledText {
  const { comparison, fleet } = report;
  const shortfall = shortfallPhrase(report);
  const assumption = assumptionPhrase(report);
  const phrases = [
    `declared ${numbersPhrase(fleet.declaredGpus, comparison)}${differencePhrase(fleet.declaredGpus, comparison)}`,
    `effective ${numbersPhrase(fleet.gpus, comparison)}${differencePhrase(fleet.gpus, comparison)}`,
    ...(shortfall === null ? [] : [shortfall]),
    ...(assumption === null ? [] : [assumption]),
  ];
  return { title: { text: 'GPUs', style: styles.bold }, text: phrases.join(', ') };
}

function remarks({ skipped, notices }: Report, { styles }: TextSetup): readonly TitledText[] {
  return [
    ...skipped.map(({ path, reason }) => ({
      title: { text: 'skipped', style: styles.dim },
      text: place(path) + escapeTerminal(cutEnd(reason, textLimits.sentence)),
    })),
    ...notices.map((notice) => ({
      title: { text: notice.severity, style: severityStyle(notice.severity, styles) },
      text: place(noticePlace(notice)) + escapeTerminal(cutEnd(notice.message, textLimits.message)),
    })),
  ];
}

function place(path: string | null): string {
  return path === null ? '' : `${escapeTerminal(cutMiddle(path, textLimits.path))}: `;
}
