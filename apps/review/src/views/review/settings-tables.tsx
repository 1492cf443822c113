import { effectiveText, isNotAsWritten, originPhrase, type ReportSetting } from '@topodiff/renderers';
import type { ReportModel } from '@topodiff/report';
import { quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { TableHead } from '../parts/table-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
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
        <SettingsTable
          pairs={noteworthy}
          hasBase={hasBase}
          path={model.path}
          caption="Settings that are written or differ"
        />
      )}
      {defaults.length === 0 ? null : (
        <details data-remember={`${prefix}-defaults`}>
          <summary>{quantity(defaults.length, 'setting')} at the default</summary>
          <SettingsTable
            pairs={defaults}
            hasBase={hasBase}
            path={model.path}
            caption="Settings at their defaults"
          />
        </details>
      )}
    </>
  );
}

function SettingsTable({
  pairs,
  hasBase,
  path,
  caption,
}: {
  readonly pairs: readonly SettingPair[];
  readonly hasBase: boolean;
  readonly path: string;
  readonly caption: string;
}) {
  return (
    <TableRegion label={`${caption} of ${shown(path)}`}>
      <table>
        <caption>{caption}</caption>
        <TableHead
          columns={[
            { name: 'Setting' },
            ...(hasBase ? [{ name: 'Effective at base' }] : []),
            { name: 'Declared' },
            { name: 'Effective' },
            { name: 'Origin' },
          ]}
        />
        <tbody>
          {pairs.map((pair) => (
            <SettingRow key={pair.key} pair={pair} hasBase={hasBase} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function SettingRow({
  pair: { key, base, head },
  hasBase,
}: {
  readonly pair: SettingPair;
  readonly hasBase: boolean;
}) {
  const setting = head ?? base;
  if (setting === null) return null;
  const isDifferent =
    hasBase && (base === null ? null : effectiveText(base)) !== (head === null ? null : effectiveText(head));
  return (
    <tr class={isNotAsWritten(setting) ? 'not-as-written' : undefined}>
      <th scope="row">
        <code>{shown(key)}</code>
      </th>
      {hasBase ? (
        <td>
          <Value text={base === null ? null : effectiveText(base)} />
        </td>
      ) : null}
      <td>
        <Value text={setting.declared} />
      </td>
      <td>
        {isDifferent ? (
          <strong>
            <Value text={head === null ? null : effectiveText(head)} />
          </strong>
        ) : (
          <Value text={effectiveText(setting)} />
        )}
      </td>
      <td>
        <Origin setting={setting} isGone={hasBase && head === null} />
      </td>
    </tr>
  );
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
