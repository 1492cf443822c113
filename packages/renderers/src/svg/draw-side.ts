import type { Markup } from '../escape/markup.ts';
import { drawingLimits } from '../limits.ts';
import { quantity } from '../reading/quantity.ts';
import { drawGpus } from './draw-gpus.ts';
import { flowWorkers, layOutWorker } from './draw-worker.ts';
import { fitLines } from './fit-lines.ts';
import { measures, sideWidth } from './measures.ts';
import type { SidePicture } from './picture-side.ts';
import { box, textLine, type Drawn, type Place } from './shapes.ts';

/** One side from top to bottom: its name and label, why it does not serve, then the host with workers and GPUs. */
export function drawSide(side: SidePicture, { x, y }: Pick<Place, 'x' | 'y'>, idPrefix: string): Drawn {
  const at = (top: number): Place => ({ x, y: top, width: sideWidth });
  const parts: ((place: Place) => Drawn)[] = [
    (place) => drawHead(side, place),
    ...(side.willStart && side.outcome === null ? [] : [(place: Place) => drawStop(side, place)]),
    ...(side.isRead ? [(place: Place) => drawHost(side, place, idPrefix)] : []),
  ];
  const markup: Markup[] = [];
  let top = y;
  for (const part of parts) {
    const drawn = part(at(top));
    markup.push(...drawn.markup);
    top += drawn.height + measures.gap;
  }
  return { markup, height: top - measures.gap - y };
}

/** Lines of text below one another. */
function drawLines(
  lines: readonly { readonly text: string; readonly size: number; readonly isBold?: boolean }[],
  { x, y, width }: Place,
): Drawn {
  let top = y;
  const markup = lines.map(({ text, size, isBold = false }) => {
    top += size + 4;
    return textLine(text, { x, y: top - 3, width }, { size, isBold });
  });
  return { markup, height: top - y };
}

function drawHead({ name, label, split }: SidePicture, place: Place): Drawn {
  return drawLines(
    [
      ...(name === '' ? [] : [{ text: name, size: 12 }]),
      ...fitLines(label, place.width * 0.92, 15, 2).map((text) => ({ text, size: 15, isBold: true })),
      ...(split === null ? [] : fitLines(split, place.width, 11, 2)).map((text) => ({ text, size: 11 })),
    ],
    place,
  );
}

/** Why the side does not serve, or what became of its file. */
function drawStop({ isRead, willStart, outcome, blockers }: SidePicture, place: Place): Drawn {
  const inner = {
    x: place.x + measures.framePadding,
    y: place.y + 4,
    width: place.width - 2 * measures.framePadding,
  };
  const shown = blockers.slice(0, drawingLimits.blockers);
  const rest = blockers.length - shown.length;
  const sentences = [
    ...(outcome === null ? [] : [outcome]),
    ...shown.map((message) => `• ${message}`),
    ...(rest > 0 ? [`and ${quantity(rest, 'more reason')}`] : []),
  ];
  const lines = drawLines(
    [
      ...(willStart || !isRead ? [] : [{ text: '✕ will not start', size: 13, isBold: true }]),
      ...sentences.flatMap((text) => fitLines(text, inner.width, 11, 4)).map((text) => ({ text, size: 11 })),
    ],
    inner,
  );
  const height = lines.height + 10;
  return { markup: [box(place, height, 'stopped'), ...lines.markup], height };
}

function drawHost(side: SidePicture, place: Place, idPrefix: string): Drawn {
  const inner = { x: place.x + measures.framePadding, width: place.width - 2 * measures.framePadding };
  const { hostGpus } = side;
  const title = hostGpus === null ? 'Host, GPUs unknown' : `Host, ${quantity(hostGpus, 'GPU')}`;
  let top = place.y + 24;
  const workers = drawWorkers(side, { ...inner, y: top });
  top += workers.height + measures.gap;
  // GPU cells stand exactly below the rank cells of a worker.
  const gpuX = inner.x + measures.workerPadding;
  const gpus = drawGpus(side, { x: gpuX, y: top, width: inner.width - measures.workerPadding }, idPrefix);
  const height = top + gpus.height + measures.framePadding - (gpus.height === 0 ? measures.gap : 0) - place.y;
  return {
    markup: [
      box(place, height, 'frame'),
      textLine(title, { ...inner, y: place.y + 16 }, { size: 12, isBold: true }),
      ...workers.markup,
      ...gpus.markup,
    ],
    height,
  };
}

function drawWorkers(side: SidePicture, place: Place): Drawn {
  if (side.workers.length === 0) return drawLines([{ text: 'no workers', size: 12 }], place);
  let free: number = drawingLimits.ranksOfSide;
  const layouts = side.workers.slice(0, drawingLimits.workers).map((worker) => {
    const most = Math.min(drawingLimits.ranks, free);
    free -= Math.min(most, worker.worker.ranks.length);
    return layOutWorker(worker, side, most);
  });
  const flow = flowWorkers(layouts, place);
  if (layouts.length >= side.workerCount) return flow;
  const ledger = drawLines(
    [{ text: `${layouts.length} of ${quantity(side.workerCount, 'worker')} drawn`, size: 12, isBold: true }],
    { ...place, y: place.y + flow.height },
  );
  return { markup: [...flow.markup, ...ledger.markup], height: flow.height + ledger.height };
}
