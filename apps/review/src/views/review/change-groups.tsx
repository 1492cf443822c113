import { Fragment } from 'preact';
import type { ReportChange, ReportModel } from '@topodiff/report';
import { blobUrl } from '../parts/addresses.ts';
import { MaybeLink } from '../parts/maybe-link.tsx';
import { Message } from '../parts/message.tsx';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { changesByLayer, lastLine, layerTitles } from '@topodiff/renderers';
import type { ReportContext } from './report-context.ts';

/** What TorchServe does differently, by the layer that a change reaches. */
export function ChangeGroups({
  model,
  context,
}: {
  readonly model: ReportModel;
  readonly context: ReportContext;
}) {
  return (
    <>
      {changesByLayer(model.changes).map(({ layer, changes }) => (
        <Fragment key={layer}>
          <h5>{layerTitles[layer]}</h5>
          <ul class="changes">
            {changes.map((change) => (
              <li key={change.fingerprint}>
                <StatusWord status={change.impact} /> <Message parts={change.messageParts} />{' '}
                <ChangePlace change={change} model={model} context={context} />
                {change.reason.trim() === '' ? null : <p class="small">{shown(change.reason)}</p>}
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}

function ChangePlace({
  change: { base, head },
  model,
  context: { repositoryUrl, shas },
}: {
  readonly change: ReportChange;
  readonly model: ReportModel;
  readonly context: ReportContext;
}) {
  const place = head ?? base;
  if (place === null) return null;
  const lines = { first: place.range.start.line, last: lastLine(place.range) };
  const href =
    head === null
      ? blobUrl(repositoryUrl, shas.base, model.previousPath ?? model.path, lines)
      : blobUrl(repositoryUrl, shas.head, model.path, lines);
  return (
    <span class="small">
      (
      <MaybeLink href={href}>
        {head === null ? 'base line' : 'line'} {lines.first}
      </MaybeLink>
      )
    </span>
  );
}
