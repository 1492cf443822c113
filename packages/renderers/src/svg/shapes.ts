import { inline, type Markup } from '../escape/markup.ts';
import { fitLine } from './fit-lines.ts';

/** What stands in a stretch of the drawing, and how tall it is. */
export interface Drawn {
  readonly markup: readonly Markup[];
  readonly height: number;
}

/** Where something is drawn; its height follows from what it holds. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** How a box looks. Colours come from custom properties of the page; without them all is drawn in the colour of the text. */
export type BoxLook = 'frame' | 'worker' | 'gpu' | 'rank' | 'stopped';

// Presentation attributes, because a page with a strict policy takes no inline styles.
const looks: Readonly<Record<BoxLook, Readonly<Record<string, string>>>> = {
  frame: { fill: 'none', stroke: 'currentColor', 'stroke-opacity': '0.45' },
  worker: { fill: 'var(--topodiff-worker, none)', stroke: 'currentColor', 'stroke-opacity': '0.7' },
  gpu: { fill: 'none', stroke: 'currentColor', 'stroke-opacity': '0.7' },
  rank: { fill: 'var(--topodiff-rank, currentColor)', 'fill-opacity': '0.18' },
  stopped: { fill: 'none', stroke: 'var(--topodiff-stopped, currentColor)', 'stroke-dasharray': '5 3' },
};

/** A rectangle; a pattern, named by the id of its definition, lies over its ground. */
export function box(
  { x, y, width }: Place,
  height: number,
  look: BoxLook,
  more: { readonly pattern?: string | undefined } = {},
): Markup {
  return inline('rect', {
    class: `topodiff-${look}`,
    x,
    y,
    width,
    height,
    rx: 4,
    ...looks[look],
    ...(more.pattern === undefined ? {} : { fill: `url(#${more.pattern})` }),
  });
}

/** One line of text, cut to its width; `y` is the base line. */
export function textLine(
  text: string,
  { x, y, width }: Place,
  {
    size = 12,
    isBold = false,
    isCentred = false,
  }: { readonly size?: number; readonly isBold?: boolean; readonly isCentred?: boolean } = {},
): Markup {
  return inline(
    'text',
    {
      x: isCentred ? x + width / 2 : x,
      y,
      'font-size': size,
      'font-weight': isBold ? 'bold' : undefined,
      'text-anchor': isCentred ? 'middle' : undefined,
    },
    // Bold letters are wider.
    fitLine(text, isBold ? width * 0.94 : width, size),
  );
}
