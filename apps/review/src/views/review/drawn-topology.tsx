import type { Report, ReportModel } from '@topodiff/report';
import { drawTopology } from './draw-topology.ts';
import { shown } from '../parts/shown.ts';
import { outcomePhrase } from '@topodiff/renderers';
import { assumptionPhrase } from '../reading/phrases.ts';

/** The topology before and after: drawn, and in words for who does not see it. */
export function DrawnTopology({
  model,
  report,
  prefix,
}: {
  readonly model: ReportModel;
  readonly report: Report;
  readonly prefix: string;
}) {
  const drawing = drawTopology(model, report, `${prefix}-topology`);
  const assumed = model.head === null ? null : assumptionPhrase(model.head);
  const outcomes = [
    ['Base', model.base],
    ['Head', model.head],
  ] as const;
  return (
    <>
      {outcomes.map(([name, side]) => {
        const phrase = side === null ? null : outcomePhrase(side);
        return phrase === null ? null : (
          <p key={name}>
            <strong>{name}:</strong> {phrase}
          </p>
        );
      })}
      {drawing === null ? null : (
        <figure class="topology">
          {/* Markup of our own renderer, which escapes every text in it. */}
          <div class="drawing" dangerouslySetInnerHTML={{ __html: drawing.svg }} />
          <figcaption>
            <details>
              <summary>The topology in words</summary>
              <p>{drawing.text}</p>
            </details>
          </figcaption>
        </figure>
      )}
      {assumed === null ? null : <p class="remark">Assumed: {shown(assumed)}.</p>}
    </>
  );
}
