import { block, inline, type Markup } from '../escape/markup.ts';

/** Ids of the patterns of one drawing. */
export function patternIds(idPrefix: string): { readonly idle: string; readonly shared: string } {
  return { idle: `${idPrefix}-idle`, shared: `${idPrefix}-shared` };
}

/** Stripes for idle GPUs, dots for shared ones: light enough for the words on them. */
export function patternDefinitions(idPrefix: string): Markup {
  const ids = patternIds(idPrefix);
  const pattern = (id: string, size: number, transform: string | undefined, ...content: readonly Markup[]) =>
    inline(
      'pattern',
      { id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: transform },
      ...content,
    );
  return block('defs', {}, [
    pattern(
      ids.idle,
      7,
      'rotate(45)',
      inline('line', {
        x1: 0,
        y1: 0,
        x2: 0,
        y2: 7,
        stroke: 'var(--topodiff-idle, currentColor)',
        'stroke-opacity': '0.28',
        'stroke-width': 2,
      }),
    ),
    pattern(
      ids.shared,
      8,
      undefined,
      inline('rect', {
        x: 1,
        y: 1,
        width: 1.5,
        height: 1.5,
        fill: 'var(--topodiff-shared, currentColor)',
        'fill-opacity': '0.45',
      }),
    ),
  ]);
}
