import type { ReportModel } from '@topodiff/report';
import { block, inline, type Markup } from '../escape/markup.ts';
import { textLimits } from '../limits.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import { describeTopologyText } from './describe-topology-text.ts';
import { drawSide } from './draw-side.ts';
import { measures, sideWidth } from './measures.ts';
import { patternDefinitions } from './patterns.ts';
import { pictureModel } from './picture-model.ts';
import type { TopologyOptions } from './topology-options.ts';

/**
 * The topology of one model before and after as an SVG element for a page: workers with their ranks, each in a cell named
 * after its GPU, and the GPUs of the host below. Null when there is no side to draw.
 *
 * It has no inline styles, scripts or links. All is drawn in the colour of the text; `topologySvgStyles` brings the others.
 * The `viewBox` alone gives the size, so that it shrinks with its container.
 */
export function renderTopologySvg(model: ReportModel, options: TopologyOptions = {}): string | null {
  return topologySvg(model, options)?.toString() ?? null;
}

/** The same as markup, for a renderer that puts it into its own. */
export function topologySvg(model: ReportModel, options: TopologyOptions): Markup | null {
  const sides = pictureModel(model, options);
  if (sides.length === 0) return null;
  const idPrefix = toId(options.idPrefix ?? 'topology');
  const drawn = sides.map((side, index) =>
    drawSide(
      side,
      { x: measures.margin + index * (sideWidth + measures.gutter), y: measures.margin },
      idPrefix,
    ),
  );
  const width = 2 * measures.margin + sides.length * (sideWidth + measures.gutter) - measures.gutter;
  const height = 2 * measures.margin + Math.max(...drawn.map((side) => side.height));
  const titleId = `${idPrefix}-title`;
  const descriptionId = `${idPrefix}-desc`;
  return block(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `topodiff-topology topodiff-sides-${sides.length}`,
      viewBox: `0 0 ${width} ${height}`,
      width: '100%',
      role: 'img',
      'aria-labelledby': titleId,
      'aria-describedby': descriptionId,
      fill: 'currentColor',
      'font-family': 'system-ui, sans-serif',
    },
    [
      inline('title', { id: titleId }, titleOf(model, options.side === undefined ? '' : sides[0]?.name)),
      inline('desc', { id: descriptionId }, describeTopologyText(model, options)),
      patternDefinitions(idPrefix),
      ...drawn.map(({ markup }, index) =>
        block('g', { class: `topodiff-side topodiff-side-${index + 1}` }, markup),
      ),
    ],
  );
}

function titleOf({ path, label }: ReportModel, side = ''): string {
  const which = side === '' ? '' : ` at ${side}`;
  return `Topology of ${cutMiddle(path, textLimits.path)}${which}: ${cutEnd(label, textLimits.label)}`;
}

/** Letters, digits, `-` and `_`: what an id and a reference to it need no escaping for. */
function toId(prefix: string): string {
  return prefix.replace(/[^\w-]/g, '-');
}
