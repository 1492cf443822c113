import type { ReportModel } from '@topodiff/report';
import { block, inline, type Markup } from '../../escape/markup.ts';
import { htmlLimits, textLimits } from '../../limits.ts';
import { cutEnd } from '../../reading/cut-text.ts';
import { devicesPhrase, groupEqualCommands, type LaunchWorker } from '../../reading/launch-workers.ts';
import { commandLines, shellWord } from '../../text/shell-words.ts';
import { list, table, upTo } from '../elements.ts';

const columns = [
  { title: 'Worker' },
  { title: 'Launcher' },
  { title: 'Processes', isNumber: true },
  { title: 'GPUs' },
  { title: 'gpu_id', isNumber: true },
];

/** What TorchServe starts at head: workers, GPUs, commands with their environment, and why it never serves. */
export function launchPlan({ head }: ReportModel): readonly Markup[] {
  if (head === null || head.outcome === 'unreadable') return [];
  const { workers, blockers } = head.launch;
  const commands = upTo(groupEqualCommands(workers), htmlLimits.commands, { noun: 'command' });
  const rows = upTo(workers, htmlLimits.items, { noun: 'worker' });
  return [
    inline('h4', {}, 'Launch plan'),
    ...list(
      blockers.map(({ message }) =>
        inline(
          'li',
          {},
          inline('strong', { class: 'error' }, 'will not serve:'),
          ` ${cutEnd(message, textLimits.sentence)}`,
        ),
      ),
    ),
    ...(workers.length === 0
      ? [inline('p', {}, 'no workers')]
      : [table('Workers', columns, rows.shown.map(workerRow)), ...rows.rest]),
    ...commands.shown.map(commandBlock),
    ...commands.rest,
  ];
}

function workerRow(worker: LaunchWorker): readonly string[] {
  return [
    cutEnd(worker.id, textLimits.name),
    worker.launcher,
    String(worker.processCount),
    cutEnd(devicesPhrase(worker), textLimits.value),
    worker.gpuId === null ? '–' : String(worker.gpuId),
  ];
}

/** Wide enough for an option and its value, narrow enough for a phone that is held across. */
const commandWidth = 88;

function commandBlock(workers: readonly LaunchWorker[]): Markup {
  const [first] = workers;
  const ids = cutEnd(workers.map(({ id }) => id).join(', '), textLimits.value);
  const title = `${workers.length === 1 ? 'worker' : 'workers'} ${ids}`;
  const environment = Object.entries(first?.environment ?? {}).map(
    ([name, value]) => `${name}=${value === '' ? '' : shellWord(value)}`,
  );
  return block('figure', {}, [
    inline('figcaption', {}, title),
    block('pre', { tabindex: 0, 'aria-label': title }, [
      ...environment,
      ...commandLines(first?.argv ?? [], commandWidth),
    ]),
  ]);
}
