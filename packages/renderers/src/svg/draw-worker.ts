import type { Markup } from '../escape/markup.ts';
import { numberRuns } from '../reading/number-runs.ts';
import { quantity } from '../reading/quantity.ts';
import { cellsWidth, measures } from './measures.ts';
import type { PicturedWorker, SidePicture } from './picture-side.ts';
import { box, textLine, type Drawn, type Place } from './shapes.ts';

type Rank = PicturedWorker['worker']['ranks'][number];

/** One process in the place that it has on the host. */
interface RankCell {
  /** `GPU 3`, `CPU`. */
  readonly place: string;
  readonly lines: readonly string[];
  /** In cells. */
  readonly width: number;
}

/** A worker that is laid out and not yet placed. */
export interface WorkerLayout {
  readonly width: number;
  readonly height: number;
  readonly drawAt: (x: number, y: number) => readonly Markup[];
}

const lineHeight = 13;
const headHeight = 32;

/** Cells as wide as the words about ranks that are not drawn. */
const columnsOfRest = 2;

/** A worker as a box with its ranks, each in a cell named after its GPU: a row for each stage, a column for each shard. */
export function layOutWorker(pictured: PicturedWorker, side: SidePicture, mostRanks: number): WorkerLayout {
  const { worker, rankCount } = pictured;
  const shown = worker.ranks.slice(0, mostRanks);
  const rows = rowsOf(shown, worker).map((ranks) => ranks.map((rank) => rankCell(rank, pictured, side)));
  const rest = shown.length < rankCount ? `${shown.length} of ${quantity(rankCount, 'rank')} drawn` : null;
  const columns = Math.max(
    rest === null ? 1 : columnsOfRest,
    ...rows.map((row) => row.reduce((sum, { width }) => sum + width, 0)),
  );
  const width = cellsWidth(columns) + 2 * measures.workerPadding;
  const heights = rows.map((row) => cellHeight(Math.max(0, ...row.map(({ lines }) => lines.length))));
  const height =
    headHeight +
    heights.reduce((sum, one) => sum + one + measures.gap, 0) +
    (rest === null ? 0 : lineHeight) +
    (measures.workerPadding - measures.gap) +
    (rows.length === 0 ? measures.gap : 0);
  return {
    width,
    height,
    drawAt(x, y) {
      const inner = { x: x + measures.workerPadding, width: width - 2 * measures.workerPadding };
      let top = y + headHeight;
      const cells = rows.flatMap((row, index) => {
        const drawn = drawRow(row, { ...inner, y: top }, heights[index] ?? 0);
        top += (heights[index] ?? 0) + measures.gap;
        return drawn;
      });
      return [
        box({ x, y, width }, height, side.willStart ? 'worker' : 'stopped'),
        // A narrow box has room for `worker-10` only with its padding.
        textLine(
          worker.id,
          { ...inner, y: y + 14, width: width - measures.workerPadding },
          { size: 11, isBold: true },
        ),
        textLine(worker.launcher, { ...inner, y: y + 27 }, { size: 11 }),
        ...cells,
        ...(rest === null ? [] : [textLine(rest, { ...inner, y: top + 8 }, { size: 10 })]),
      ];
    },
  };
}

/** Stages one below the other when they have several shards; a row that is too long goes on in the next. */
function rowsOf(ranks: readonly Rank[], { shards }: PicturedWorker['worker']): readonly (readonly Rank[])[] {
  const rows: Rank[][] = [];
  for (const rank of ranks) {
    const row = rows.at(-1);
    const isNextStage = shards > 1 && row?.at(-1)?.stage !== rank.stage;
    if (row === undefined || isNextStage || row.length === measures.cellsPerRow) rows.push([rank]);
    else row.push(rank);
  }
  return rows;
}

function rankCell(rank: Rank, { worker, rankCount }: PicturedWorker, side: SidePicture): RankCell {
  const isSplit = rankCount > 1;
  const isAlone = !isSplit && worker.stages * worker.shards > 1;
  return {
    ...placeOf(rank, worker, side),
    lines: [
      worker.launcher === 'torchrun' ? `rank ${rank.rank}` : 'process',
      ...(isSplit && worker.stages > 1 ? [`stage ${rank.stage}`] : []),
      ...(isSplit && worker.shards > 1 ? [`shard ${rank.shard}`] : []),
      // The engine divides the model within its one process.
      ...(isAlone && worker.stages > 1 ? [quantity(worker.stages, 'stage')] : []),
      ...(isAlone && worker.shards > 1 ? [quantity(worker.shards, 'shard')] : []),
    ],
  };
}

function placeOf(
  rank: Rank,
  { devices, ranks }: PicturedWorker['worker'],
  { placement, gpusPerWorker }: SidePicture,
): Pick<RankCell, 'place' | 'width'> {
  const across = { width: measures.cellsPerRow };
  switch (placement) {
    case 'cpu':
      return { place: 'CPU', width: 1 };
    case 'none':
      return { place: 'no GPU', width: 1 };
    case 'all':
      return { place: 'all visible GPUs', ...across };
    case 'undecided':
      return { place: `${gpusPerWorker} of the visible GPUs`, ...across };
    case 'device':
      if (rank.device !== null) return { place: `GPU ${rank.device}`, width: 1 };
      if (devices.length === 0) return { place: 'a GPU', width: 1 };
      if (ranks.length > 1) return { place: 'no GPU', width: 1 };
      return {
        place: `GPUs ${numberRuns(devices)}`,
        width: Math.min(devices.length, measures.cellsPerRow),
      };
  }
}

function cellHeight(lines: number): number {
  return 18 + lines * lineHeight + 10;
}

function drawRow(cells: readonly RankCell[], { x, y }: Place, height: number): readonly Markup[] {
  let left = x;
  return cells.flatMap(({ place, lines, width: columns }) => {
    const cell = { x: left, y, width: cellsWidth(columns) };
    left += cell.width + measures.gap;
    const inner = { x: cell.x + 4, y: y + 18, width: cell.width - 8 };
    return [
      box(cell, height, 'gpu'),
      textLine(place, { ...inner, y: y + 13 }, { size: 11, isCentred: true }),
      box(inner, height - 22, 'rank'),
      ...lines.map((line, index) =>
        textLine(
          line,
          { ...inner, y: y + 18 + (index + 1) * lineHeight },
          { size: 11, isBold: index === 0, isCentred: true },
        ),
      ),
    ];
  });
}

/** Workers side by side as far as they fit, then below. */
export function flowWorkers(workers: readonly WorkerLayout[], { x, y, width }: Place): Drawn {
  const markup: Markup[] = [];
  let left = x;
  let top = y;
  let rowHeight = 0;
  for (const worker of workers) {
    if (left > x && left + worker.width > x + width) {
      left = x;
      top += rowHeight + measures.gap;
      rowHeight = 0;
    }
    markup.push(...worker.drawAt(left, top));
    left += worker.width + measures.gap;
    rowHeight = Math.max(rowHeight, worker.height);
  }
  return { markup, height: top + rowHeight - y };
}
