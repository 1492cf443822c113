import { firstReport, secondReport } from '../../testing/example-reports.ts';
import { compareReports } from './compare-reports.ts';

const short = (from: typeof firstReport, to: typeof firstReport) =>
  compareReports(from, to).map(({ path, label, gpus, added, resolved }) => ({
    path: path.split('/')[1],
    label,
    gpus,
    added: added.map(({ ruleId }) => ruleId),
    resolved: resolved.map(({ ruleId }) => ruleId),
  }));

test('a report and itself do not differ', () => {
  expect(compareReports(secondReport, secondReport)).toEqual([]);
});

test('what a push changes, by model; a model whose text alone differs is left out', () => {
  expect(short(firstReport, secondReport)).toEqual([
    {
      path: 'mixtral-8x7b',
      label: { from: 'tp 4 GPUs', to: 'tp 4 GPUs → tp 8 GPUs (runs 1 GPU)' },
      gpus: { base: 4, head: 1 },
      added: ['nproc-per-node-invalid'],
      resolved: [],
    },
    {
      path: 'gemma',
      label: { from: null, to: '∅ → will not start' },
      gpus: { base: 0, head: 0 },
      added: ['yaml-syntax-error'],
      resolved: [],
    },
    {
      path: 'opt-30b',
      label: { from: 'pp 2 GPUs', to: 'pp 2 GPUs → ∅' },
      gpus: { base: 2, head: 0 },
      added: [],
      resolved: [],
    },
  ]);
});

test('the other way round, findings are resolved, and a model that is gone comes last', () => {
  const back = short(secondReport, firstReport);
  expect(back.find(({ path }) => path === 'mixtral-8x7b')?.resolved).toEqual(['nproc-per-node-invalid']);
  expect(back.at(-1)).toEqual({
    path: 'gemma',
    label: { from: '∅ → will not start', to: null },
    gpus: { base: 0, head: 0 },
    added: [],
    resolved: ['yaml-syntax-error'],
  });
});
