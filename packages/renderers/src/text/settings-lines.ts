import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import { effectiveText, originPhrase, type ReportSetting } from '../reading/settings.ts';
import { alignColumns, type Cell } from './layout/align-columns.ts';
import type { TextSetup, TextStyle } from './text-options.ts';

/** Settings as a table: what the file says beside what TorchServe uses, and why. */
export function settingsLines(settings: readonly ReportSetting[], setup: TextSetup): readonly string[] {
  if (settings.length === 0) return [];
  const { dim } = setup.styles;
  const titles = ['setting', 'declared', 'effective', 'why'].map((text): Cell => ({ text, style: dim }));
  return alignColumns([titles, ...settings.map((setting) => settingRow(setting, setup))]).map(
    (line) => `  ${line}`,
  );
}

function settingRow(setting: ReportSetting, { styles }: TextSetup): readonly Cell[] {
  const isAsWritten = setting.origin === 'declared' || setting.origin === 'default';
  const originStyle: TextStyle = isAsWritten ? styles.dim : styles.yellow;
  return [
    { text: escapeTerminal(cutMiddle(setting.key, textLimits.name)) },
    valueCell(setting.declared, styles.dim),
    isAsWritten
      ? valueCell(effectiveText(setting), styles.dim)
      : { ...valueCell(effectiveText(setting), styles.dim), style: styles.bold },
    { text: escapeTerminal(originPhrase(setting)), style: originStyle },
  ];
}

/** Values of settings are short; long ones (a list, a text) are cut so that the table stays one. */
const longestCell = 40;

function valueCell(value: string | null, absent: TextStyle): Cell {
  return value === null ? { text: '–', style: absent } : { text: escapeTerminal(cutEnd(value, longestCell)) };
}
