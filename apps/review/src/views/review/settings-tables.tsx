import { effectiveText, isNotAsWritten, originPhrase, type ReportSetting } from '@topodiff/renderers';
import type { ReportModel } from '@topodiff/report';
import { CardTable, type Row } from '../parts/card-table.tsx';
import { quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { isNoteworthy, pairSettings, type SettingPair } from '../reading/settings.ts';

/** What the file writes beside what TorchServe uses, with the reason; defaults that stay are folded away. */
export function SettingsTables({ model, prefix }: { readonly model: ReportModel; readonly prefix: string }) {
  const pairs = pairSettings(model);
  const noteworthy = pairs.filter(isNoteworthy);
  const defaults = pairs.filter((pair) => !isNoteworthy(pair));
  const hasBase = model.base !== null && model.head !== null;
  return (
    <>
      {noteworthy.length === 0 ? (
        <p>No setting is written or differs.</p>
      ) : (
        <CardTable
          caption="Settings that are written or differ"
          columns={[
            { name: 'Setting' },
            ...(hasBase ? [{ name: 'Effective at base' }] : []),
            { name: 'Declared' },
            { name: 'Effective' },
            { name: 'Origin' },
          ]}
          rows={noteworthy.flatMap((pair) => settingRow(pair, hasBase))}
        />
      )}
      {defaults.length === 0 ? null : (
        <details data-remember={`${prefix}-defaults`}>
          <summary>{quantity(defaults.length, 'setting')} at the default</summary>
          <dl class="defaults">
            {defaults.map(({ key, base, head }) => (
              <div key={key}>
                <dt>
                  <code>{shown(key)}</code>
                </dt>
                <dd>
                  <Value text={textOf(head ?? base)} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

function settingRow({ key, base, head }: SettingPair, hasBase: boolean): readonly Row[] {
  const setting = head ?? base;
  if (setting === null) return [];
  const isDifferent = hasBase && textOf(base) !== textOf(head);
  return [
    {
      key,
      ...(isNotAsWritten(setting) ? { class: 'not-as-written' } : {}),
      cells: [
        <code>{shown(key)}</code>,
        ...(hasBase ? [<Value text={textOf(base)} />] : []),
        <Value text={setting.declared} />,
        isDifferent ? (
          <strong>
            <Value text={textOf(head)} />
          </strong>
        ) : (
          <Value text={effectiveText(setting)} />
        ),
        <Origin setting={setting} isGone={hasBase && head === null} />,
      ],
    },
  ];
}

function textOf(setting: ReportSetting | null): string | null {
  return setting === null ? null : effectiveText(setting);
}

function Origin({ setting, isGone }: { readonly setting: ReportSetting; readonly isGone: boolean }) {
  if (isGone) return <>only at base</>;
  const phrase = shown(originPhrase(setting));
  return isNotAsWritten(setting) ? (
    <>
      <strong>not as written</strong>: {phrase}
    </>
  ) : (
    <>{phrase}</>
  );
}

function Value({ text }: { readonly text: string | null }) {
  return text === null ? (
    <>
      <span aria-hidden="true">–</span>
      <span class="unseen">none</span>
    </>
  ) : (
    <code>{shown(text)}</code>
  );
}
