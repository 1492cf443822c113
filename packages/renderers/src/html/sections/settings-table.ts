import type { ReportModel } from '@topodiff/report';
import { inline, type Child, type Markup } from '../../escape/markup.ts';
import { textLimits } from '../../limits.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import {
  effectiveText,
  originPhrase,
  settingsNotAsWritten,
  type ReportSetting,
} from '../../reading/settings.ts';
import { code, table } from '../elements.ts';

const columns = [{ title: 'Setting' }, { title: 'Declared' }, { title: 'Effective' }, { title: 'Why' }];

/** Every setting at head: what the file says beside what TorchServe uses. What is not taken as written stands out. */
export function settingsTable({ head }: ReportModel): readonly Markup[] {
  if (head === null || head.settings.length === 0) return [];
  const notAsWritten = new Set(settingsNotAsWritten(head));
  return [
    inline('h4', {}, 'Settings'),
    table(
      'Settings',
      columns,
      head.settings.map((setting) => settingRow(setting, notAsWritten.has(setting))),
    ),
  ];
}

function settingRow(setting: ReportSetting, isNotAsWritten: boolean): readonly Child[] {
  const why = originPhrase(setting);
  return [
    code(cutMiddle(setting.key, textLimits.name)),
    cell(setting.declared),
    cell(effectiveText(setting)),
    isNotAsWritten ? inline('strong', { class: 'warning' }, why) : why,
  ];
}

function cell(value: string | null): Child {
  return value === null ? '–' : code(cutEnd(value, textLimits.value));
}
