import { quantity } from '../reading/quantity.ts';
import { drawingLimits } from '../limits.ts';
import { measures } from './measures.ts';
import { patternIds } from './patterns.ts';
import type { PicturedGpu, SidePicture } from './picture-side.ts';
import { box, textLine, type Drawn, type Place } from './shapes.ts';

/** Height of a cell with so many lines below its id. */
const cellHeights = { 1: 34, 2: 44 } as const;
const titleHeight = 16;

/** The GPUs of the host by id, with who uses each: idle and shared ones have words and a pattern. Nothing without GPUs. */
export function drawGpus(side: SidePicture, { x, y: top, width }: Place, idPrefix: string): Drawn {
  const shown = side.gpus.slice(0, drawingLimits.gpus);
  if (shown.length === 0) return { markup: [], height: 0 };
  const y = top + titleHeight;
  const title = textLine(
    side.hostGpus === null ? 'GPUs in use' : 'GPUs of the host',
    { x, y: top + 10, width },
    { size: 11 },
  );
  const cellHeight = cellHeights[shown.some(({ users }) => users.length > 1) ? 2 : 1];
  const rows = Math.ceil(shown.length / measures.cellsPerRow);
  const all = Math.max(side.gpus.length, side.hostGpus ?? 0);
  const height = titleHeight + rows * (cellHeight + measures.gap) - measures.gap;
  const rest = shown.length < all ? `${shown.length} of ${quantity(all, 'GPU')} drawn` : null;
  const cells = shown.flatMap((gpu, index) => {
    const column = index % measures.cellsPerRow;
    const cell = {
      x: x + column * (measures.cell + measures.gap),
      y: y + Math.floor(index / measures.cellsPerRow) * (cellHeight + measures.gap),
      width: measures.cell,
    };
    const { lines, pattern } = useOf(gpu, side, idPrefix);
    return [
      box(cell, cellHeight, 'gpu', { pattern }),
      textLine(`GPU ${gpu.id}`, { ...cell, y: cell.y + 14 }, { size: 11, isBold: true, isCentred: true }),
      ...lines.map((line, row) =>
        textLine(
          line,
          { x: cell.x + 2, width: cell.width - 4, y: cell.y + 26 + row * 12 },
          { size: 10, isCentred: true },
        ),
      ),
    ];
  });
  if (rest === null) return { markup: [title, ...cells], height };
  const below = { x, y: top + height + 13, width };
  return { markup: [title, ...cells, textLine(rest, below, { size: 11 })], height: height + 16 };
}

function useOf(
  { users }: PicturedGpu,
  { placement }: SidePicture,
  idPrefix: string,
): { readonly lines: readonly string[]; readonly pattern?: string } {
  const [first] = users;
  const patterns = patternIds(idPrefix);
  if (users.length > 1)
    return { lines: ['shared by', quantity(users.length, 'worker')], pattern: patterns.shared };
  if (first !== undefined) return { lines: [first] };
  return placement === 'undecided' ? { lines: ['visible'] } : { lines: ['idle'], pattern: patterns.idle };
}
