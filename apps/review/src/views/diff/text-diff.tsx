import { Fragment } from 'preact';
import type { ReportModel } from '@topodiff/report';
import { diffLayouts, type DiffLayout } from '../frame/preferences.ts';
import { quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { TableRegion } from '../parts/table-region.tsx';
import type { PlacedFinding } from '../review/placed-findings.ts';
import { linesOfHunk, mostLines } from './diff-rows.ts';
import { SplitRows } from './split-diff.tsx';
import { UnifiedRows } from './unified-diff.tsx';

const layoutWords: Readonly<Record<DiffLayout, string>> = { unified: 'unified', split: 'side by side' };

/** The changed lines of a file with their surroundings, unified or side by side. */
export function TextDiff({
  model,
  prefix,
  layout,
  layoutHref,
  findings,
}: {
  readonly model: ReportModel;
  readonly prefix: string;
  readonly layout: DiffLayout;
  /** Null where the page has no address of its own. */
  readonly layoutHref: ((layout: DiffLayout) => string) | null;
  readonly findings: readonly PlacedFinding[];
}) {
  const hunks = model.textHunks.map((hunk) => ({ hunk, lines: linesOfHunk(hunk) }));
  const all = hunks.reduce((sum, { lines }) => sum + lines.length, 0);
  const Rows = layout === 'split' ? SplitRows : UnifiedRows;
  let left = mostLines;
  return (
    <>
      {layoutHref === null ? null : (
        <p class="choices">
          Show it{' '}
          {diffLayouts.map((choice, index) => (
            <Fragment key={choice}>
              {index === 0 ? '' : ' · '}
              <a
                href={`${layoutHref(choice)}#${prefix}`}
                aria-current={choice === layout ? 'true' : undefined}
              >
                {layoutWords[choice]}
              </a>
            </Fragment>
          ))}
        </p>
      )}
      <TableRegion label={`Lines of ${shown(model.path)}`}>
        <table class={`diff diff-${layout}`}>
          <caption class="unseen">Changed lines, {layoutWords[layout]}</caption>
          <DiffHead layout={layout} />
          {hunks.map(({ hunk, lines }) => {
            const taken = lines.slice(0, left);
            left -= taken.length;
            return taken.length === 0 ? null : (
              <tbody key={hunk.headStart}>
                <tr class="hunk">
                  <th colSpan={4} scope="rowgroup">
                    {hunkPhrase(hunk)}
                  </th>
                </tr>
                <Rows lines={taken} prefix={prefix} findings={findings} />
              </tbody>
            );
          })}
        </table>
      </TableRegion>
      {all > mostLines ? (
        <p>
          {mostLines} of {quantity(all, 'line')} shown.
        </p>
      ) : null}
    </>
  );
}

/** `Lines 4–10 of base, 4–11 of head`; a side without lines is not named. */
function hunkPhrase(hunk: ReportModel['textHunks'][number]): string {
  const sides = [
    { name: 'base', start: hunk.baseStart, count: hunk.baseLines },
    { name: 'head', start: hunk.headStart, count: hunk.headLines },
  ];
  const phrases = sides
    .filter(({ count }) => count > 0)
    .map(({ name, start, count }) => `${start}–${start + count - 1} of ${name}`);
  return `Lines ${phrases.join(', ')}`;
}

function DiffHead({ layout }: { readonly layout: DiffLayout }) {
  return (
    <thead class="unseen">
      {layout === 'split' ? (
        <tr>
          <th scope="col">Base line</th>
          <th scope="col">Base</th>
          <th scope="col">Head line</th>
          <th scope="col">Head</th>
        </tr>
      ) : (
        <tr>
          <th scope="col">Base line</th>
          <th scope="col">Head line</th>
          <th scope="col">Change</th>
          <th scope="col">Text</th>
        </tr>
      )}
    </thead>
  );
}
