import type { ReportModel } from '@topodiff/report';
import { showHiddenCharacters } from '../escape/show-hidden-characters.ts';
import { drawingLimits, textLimits } from '../limits.ts';
import { cutEnd } from '../reading/cut-text.ts';
import { numberRuns } from '../reading/number-runs.ts';
import { quantity } from '../reading/quantity.ts';
import { pictureModel } from './picture-model.ts';
import type { PicturedGpu, PicturedWorker, SidePicture } from './picture-side.ts';
import type { TopologyOptions } from './topology-options.ts';

/**
 * What the drawing shows, as plain sentences on one line: for who does not see it. Empty when there is nothing to draw. Not
 * escaped for any markup.
 */
export function describeTopologyText(model: ReportModel, options: TopologyOptions = {}): string {
  return showHiddenCharacters(
    pictureModel(model, options)
      .map((side) => sentencesOf(side).join(' '))
      .join(' '),
  );
}

function sentencesOf(side: SidePicture): readonly string[] {
  const label = cutEnd(side.label, textLimits.label);
  const name = side.name === '' ? '' : `${side.name.charAt(0).toUpperCase()}${side.name.slice(1)}: `;
  if (!side.isRead) return [`${name}${label}.`, ...(side.outcome === null ? [] : [side.outcome])];
  const blockers = side.blockers.slice(0, drawingLimits.blockers);
  const more = side.blockers.length - blockers.length;
  return [
    `${name}${label}.`,
    ...(side.outcome === null ? [] : [side.outcome]),
    ...(side.willStart ? [] : [`The model will not start${becauseOf(blockers, more)}`]),
    ...(side.split === null ? [] : [`${side.split}.`]),
    ...workerSentences(side),
    ...gpuSentences(side),
  ];
}

function becauseOf(blockers: readonly string[], more: number): string {
  if (blockers.length === 0) return '.';
  const reasons = blockers.map((message) => cutEnd(message, textLimits.sentence).replace(/\.$/, ''));
  return `: ${reasons.join('; ')}${more === 0 ? '' : `; and ${quantity(more, 'more reason')}`}.`;
}

function workerSentences(side: SidePicture): readonly string[] {
  if (side.workers.length === 0) return ['No workers.'];
  const shown = side.workers.slice(0, drawingLimits.workers);
  return [
    ...shown.map((worker) => workerSentence(worker, side)),
    ...(shown.length < side.workerCount ? [`${shown.length} of ${side.workerCount} workers told.`] : []),
  ];
}

function workerSentence({ worker, rankCount }: PicturedWorker, side: SidePicture): string {
  const { devices, id, launcher } = worker;
  const processes =
    launcher === 'torchrun' ? `torchrun with ${quantity(rankCount, 'rank')}` : 'one Python process';
  return `${cutEnd(id, textLimits.name)}: ${processes} ${placePhrase(side, devices)}.`;
}

function placePhrase({ placement, gpusPerWorker }: SidePicture, devices: readonly number[]): string {
  switch (placement) {
    case 'cpu':
      return 'on the CPU';
    case 'none':
      return 'without a GPU of TorchServe';
    case 'all':
      return 'on all visible GPUs';
    case 'undecided':
      return `on ${gpusPerWorker} of the visible GPUs, which the engine chooses`;
    case 'device':
      return devices.length === 0 ? 'on a GPU whose number is unknown' : `on ${namedGpus(devices)}`;
  }
}

function namedGpus(ids: readonly number[]): string {
  return `${ids.length === 1 ? 'GPU' : 'GPUs'} ${cutEnd(numberRuns(ids), textLimits.value)}`;
}

function gpuSentences({ gpus, hostGpus, placement }: SidePicture): readonly string[] {
  const ids = (of: (gpu: PicturedGpu) => boolean) => gpus.filter(of).map(({ id }) => id);
  const shared = ids(({ users }) => users.length > 1);
  const idle = placement === 'undecided' ? [] : ids(({ users }) => users.length === 0);
  return [
    hostGpus === null
      ? 'The GPUs of the host are unknown.'
      : `The host has ${hostGpus === 0 ? 'no GPUs' : quantity(hostGpus, 'GPU')}.`,
    ...(shared.length === 0 ? [] : [`Shared by several workers: ${namedGpus(shared)}.`]),
    ...(idle.length === 0 ? [] : [`Idle: ${namedGpus(idle)}.`]),
  ];
}
