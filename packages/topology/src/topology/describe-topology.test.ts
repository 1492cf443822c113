import { describeTopology, joinLabels } from './describe-topology.ts';
import type { SummaryView } from './describe-topology.ts';

function view(
  kind: string | null,
  gpusPerWorker: number | 'all',
  workers = 1,
  processesPerWorker = 1,
): SummaryView {
  return { kind, workers, gpusPerWorker, processesPerWorker };
}

describe('describeTopology: declared as effective', () => {
  test.each([
    [view('tp', 4), 'tp 4 GPUs'],
    [view('pptp', 8), 'pptp 8 GPUs'],
    [view('pp', 4), 'pp 4 GPUs'],
    [view('custom', 4), 'custom 4 GPUs'],
    [view(null, 1), '1 GPU'],
    [view(null, 0), 'cpu'],
    [view('tp', 4, 2), '2 × tp 4 GPUs'],
    [view(null, 1, 3), '3 × 1 GPU'],
    [view(null, 0, 2), '2 × cpu'],
    [view('tp', 0, 1, 4), 'tp 4 CPU processes'],
    [view('tp', 0, 1, 1), 'tp cpu'],
    [view(null, 1, 0), 'no workers'],
  ])('%j → %s', (both, label) => {
    expect(describeTopology(both, both, true)).toBe(label);
  });
});

describe('describeTopology: declared beside what runs', () => {
  test.each([
    [view('tp', 8), view('tp', 1), 'tp 8 GPUs (runs 1 GPU)'],
    [view('pptp', 8, 2), view('pptp', 8, 1), '2 × pptp 8 GPUs (runs 1 × 8 GPUs)'],
    [view('torchrun', 4), view(null, 1), 'torchrun 4 GPUs (runs 1 GPU)'],
    [view('ddp', 4), view(null, 1), 'ddp 4 GPUs (runs 1 GPU)'],
    [view('tp', 8, 2), view('tp', 1, 2), '2 × tp 8 GPUs (runs 1 GPU)'],
    [view(null, 1, 3), view(null, 1, 4), '3 × 1 GPU (runs 4 × 1 GPU)'],
    [view(null, 4), view(null, 1), '4 GPUs (runs 1 GPU)'],
    [view('tp', 'all'), view('tp', 1), 'tp all GPUs (runs 1 GPU)'],
    [view('tp', 4, 1, 4), view('tp', 0, 1, 4), 'tp 4 GPUs (runs 4 CPU processes)'],
    [view(null, 1), view(null, 0), '1 GPU (runs cpu)'],
    [view('torchrun', 1), view(null, 1), 'torchrun 1 GPU (runs plain 1 GPU)'],
    [view(null, 1, 2), view(null, 1, 0), '2 × 1 GPU (runs no workers)'],
  ])('%j, %j → %s', (declared, effective, label) => {
    expect(describeTopology(declared, effective, true)).toBe(label);
  });
});

test('a model that never serves says only that', () => {
  expect(describeTopology(view('tp', 4), view('tp', 4), false)).toBe('will not start');
});

describe('joinLabels', () => {
  test.each([
    ['tp 4 GPUs', 'pptp 8 GPUs', 'tp 4 GPUs → pptp 8 GPUs'],
    [null, 'tp 4 GPUs', '∅ → tp 4 GPUs'],
    ['tp 4 GPUs', null, 'tp 4 GPUs → ∅'],
    ['tp 4 GPUs', 'tp 4 GPUs', 'tp 4 GPUs'],
    [null, null, '∅'],
  ])('%j, %j → %s', (base, head, label) => {
    expect(joinLabels(base, head)).toBe(label);
  });
});
