import type { ReportModelSide } from '@topodiff/report';
import { hostileStrings } from '@topodiff/testkit';
import { reportOfText } from '../testing/hostile-report.ts';
import { readXml, type XmlElement } from '../testing/read-xml.ts';
import { sampleModel } from '../testing/sample-parts.ts';
import { sampleReports } from '../testing/sample-reports.ts';
import { plainSide, torchrunSide } from '../testing/sample-topologies.ts';
import { describeTopologyText } from './describe-topology-text.ts';
import { renderTopologySvg } from './render-topology-svg.ts';
import type { TopologyOptions } from './topology-options.ts';

const model = { path: 'serving/llama/model-config.yaml', label: 'tp 4 GPUs → pptp 8 GPUs' };
const tp4 = torchrunSide('tp 4 GPUs', [[0, 1, 2, 3]]);
const pptp8 = torchrunSide('pptp 8 GPUs', [[0, 1, 2, 3, 4, 5, 6, 7]], { stages: 2 });

function read(
  sides: { readonly base?: ReportModelSide; readonly head?: ReportModelSide },
  options: TopologyOptions = { hostGpus: 8 },
): readonly XmlElement[] {
  const { elements, problems } = readXml(
    renderTopologySvg(sampleModel({ ...model, ...sides }), options) ?? '',
  );
  expect(problems).toEqual([]);
  return elements;
}

function textsOf(elements: readonly XmlElement[]): readonly string[] {
  return elements.filter(({ name }) => name === 'text').map(({ text }) => text);
}

function numberOf(elements: readonly XmlElement[], attribute: string, value: string): number {
  return elements.filter(({ attributes }) => attributes.get(attribute) === value).length;
}

test('base and head side by side, ranks by stage and shard in cells named after GPUs', () => {
  const elements = read({ base: tp4, head: pptp8 });
  expect(elements[0]?.attributes.get('viewBox')).toMatch(/^0 0 618 \d+$/);
  const texts = textsOf(elements);
  const head = texts.slice(texts.indexOf('head'));
  expect(texts.slice(0, texts.indexOf('head'))).toEqual([
    ...['base', 'tp 4 GPUs', '1 stage × 4 shards by the handler (assumed)', 'Host, 8 GPUs'],
    ...['worker-0', 'torchrun'],
    ...[0, 1, 2, 3].flatMap((rank) => [`GPU ${rank}`, `rank ${rank}`, `shard ${rank}`]),
    'GPUs of the host',
    ...[0, 1, 2, 3].flatMap((gpu) => [`GPU ${gpu}`, 'worker-0']),
    ...[4, 5, 6, 7].flatMap((gpu) => [`GPU ${gpu}`, 'idle']),
  ]);
  expect(head.slice(6, 10)).toEqual(['GPU 0', 'rank 0', 'stage 0', 'shard 0']);
  expect(head.slice(6 + 5 * 4, 6 + 6 * 4)).toEqual(['GPU 5', 'rank 5', 'stage 1', 'shard 1']);
  expect(numberOf(elements, 'fill', 'url(#topology-idle)')).toBe(4);
});

test('a page may ask for each side by itself, until there is none left', () => {
  const sides = { base: tp4, head: pptp8 };
  const [base = [], head = []] = [0, 1].map((side) => read(sides, { hostGpus: 8, side }));
  expect([textsOf(base).at(0), textsOf(head).at(0)]).toEqual(['base', 'head']);
  expect(head.find(({ name }) => name === 'title')?.text).toBe(
    'Topology of serving/llama/model-config.yaml at head: tp 4 GPUs → pptp 8 GPUs',
  );
  const desc = base.find(({ name }) => name === 'desc')?.text;
  expect(desc).toMatch(/^Base: /);
  expect(desc).not.toContain('Head: ');
  expect(renderTopologySvg(sampleModel({ ...model, head: tp4 }), { side: 1 })).toBeNull();
});

test('a stage begins a row', () => {
  const elements = read({ head: torchrunSide('pptp 4 GPUs', [[0, 1, 2, 3]], { stages: 2 }) });
  const place = (text: string) => {
    const attributes = elements.find((element) => element.text === text)?.attributes;
    return [Number(attributes?.get('x')), Number(attributes?.get('y'))];
  };
  const [x0 = 0, y0 = 0] = place('rank 0');
  expect(place('rank 1')).toEqual([x0 + 68, y0]);
  expect(place('rank 2')[0]).toBe(x0);
  expect(place('rank 2')[1]).toBeGreaterThan(y0);
});

test('shared GPUs have words and a pattern', () => {
  const elements = read({ head: plainSide('3 × 1 GPU', [1, 0, 1]) }, { hostGpus: 2 });
  const texts = textsOf(elements);
  expect(texts.slice(texts.indexOf('GPUs of the host'))).toEqual([
    ...['GPUs of the host', 'GPU 0', 'worker-1', 'GPU 1', 'shared by', '2 workers'],
  ]);
  expect(numberOf(elements, 'fill', 'url(#topology-shared)')).toBe(1);
});

test.each([
  ['the CPU', plainSide('cpu', [null], { gpusPerWorker: 0, device: 'cpu' }), ['CPU', 'process']],
  ['no GPU that counts', plainSide('neuron', [1], { gpusPerWorker: 0 }), ['no GPU', 'process']],
  ['all visible GPUs', plainSide('all', [1], { gpusPerWorker: 'all' }), ['all visible GPUs', 'process']],
  ['a GPU of unknown number', plainSide('1 GPU', [null]), ['a GPU', 'process']],
  [
    'an engine that chooses',
    plainSide('vllm', [1], { gpusPerWorker: 2, shards: 2 }),
    ['2 of the visible GPUs', 'process', '2 shards'],
  ],
  [
    'one process on several GPUs',
    {
      ...pptp8,
      topology: {
        ...pptp8.topology,
        workers: pptp8.topology.workers.map((worker) => ({
          ...worker,
          launcher: 'python' as const,
          devices: [1, 2, 5, 6, 7, 8, 9, 10],
          ranks: [{ id: 'worker-0/0', rank: 0, stage: 0, shard: 0, device: null }],
        })),
      },
      launch: { ...pptp8.launch, workers: [] },
    },
    ['GPUs 1, 2, 5–10', 'process', '2 stages', '4 shards'],
  ],
])('a worker on %s', (_name, head, cell) => {
  const texts = textsOf(read({ head }));
  const start = texts.indexOf('worker-0') + 2;
  expect(texts.slice(start, start + cell.length)).toEqual(cell);
});

test('a model that will not start is drawn as such', () => {
  const stopped = torchrunSide('will not start', [[0, 1]], {
    topology: { willStart: false },
    launch: { blockers: [{ kind: 'level-above-nproc', message: 'The level is above nproc-per-node.' }] },
  });
  const elements = read({ head: stopped });
  const texts = textsOf(elements);
  expect(texts).toContain('✕ will not start');
  expect(texts).toContain('• The level is above nproc-per-node.');
  // the reasons and the worker
  expect(numberOf(elements, 'class', 'topodiff-stopped')).toBe(2);
  expect(numberOf(elements, 'class', 'topodiff-worker')).toBe(0);
});

test('a file that could not be read has no host', () => {
  const texts = textsOf(read({ head: { ...plainSide('not reviewed', []), outcome: 'unreadable' } }));
  expect(texts).toEqual(['not reviewed', 'The file could not be read; nothing is known', 'of the model.']);
});

test('what is too much is cut and counted', () => {
  const gpus = Array.from({ length: 40 }, (_, gpu) => gpu);
  const manyRanks = textsOf(read({ head: torchrunSide('tp 40 GPUs', [gpus]) }, { hostGpus: 40 }));
  expect(manyRanks).toContain('32 of 40 ranks drawn');
  expect(manyRanks).toContain('32 of 40 GPUs drawn');
  expect(manyRanks.filter((text) => text.startsWith('rank '))).toHaveLength(32);

  const workers = textsOf(
    read({
      head: plainSide(
        '64 × 1 GPU',
        Array.from({ length: 64 }, () => 0),
      ),
    }),
  );
  expect(workers).toContain('12 of 64 workers drawn');
  expect(workers).toContain('64 workers');
  expect(workers.filter((text) => text === 'process')).toHaveLength(12);

  const both = textsOf(
    read({
      head: torchrunSide(
        '6 × tp 32 GPUs',
        [1, 2, 3, 4, 5, 6].map(() => gpus.slice(0, 32)),
      ),
    }),
  );
  expect(both.filter((text) => text.startsWith('rank '))).toHaveLength(96);
  expect(both.filter((text) => text === '0 of 32 ranks drawn')).toHaveLength(3);
});

test('two sides alike are drawn once; without a side there is nothing', () => {
  expect(read({ base: tp4, head: tp4 })[0]?.attributes.get('viewBox')).toMatch(/^0 0 304 /);
  expect(renderTopologySvg(sampleModel(model))).toBeNull();
});

test('the text alternative is there, and ids have the prefix', () => {
  const options = { idPrefix: 'model 1"', hostGpus: 8 };
  const elements = read({ base: tp4, head: pptp8 }, options);
  const [svg, title, desc] = elements;
  expect(svg?.attributes.get('role')).toBe('img');
  expect([svg?.attributes.get('aria-labelledby'), svg?.attributes.get('aria-describedby')]).toEqual([
    title?.attributes.get('id'),
    desc?.attributes.get('id'),
  ]);
  expect([title?.name, title?.text]).toEqual([
    'title',
    'Topology of serving/llama/model-config.yaml: tp 4 GPUs → pptp 8 GPUs',
  ]);
  expect([desc?.name, desc?.text]).toEqual([
    'desc',
    describeTopologyText(sampleModel({ ...model, base: tp4, head: pptp8 }), options),
  ]);
  const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
  expect(ids).toEqual(['model-1--title', 'model-1--desc', 'model-1--idle', 'model-1--shared']);
});

const samples = Object.values(sampleReports).flatMap(({ models }) => models);
const hostileModels = hostileStrings.map(({ name, text }) => [name, reportOfText(text).models] as const);

test.each([['samples', samples] as const, ...hostileModels])(
  'is well-formed, without styles, scripts, links: %s',
  (_name, models) => {
    for (const subject of models) {
      const svg = renderTopologySvg(subject, { hostGpus: 8 }) ?? '';
      const { elements, problems } = readXml(svg);
      expect(problems).toEqual([]);
      const names = new Set(elements.map((element) => element.name));
      for (const name of names) {
        expect(['svg', 'title', 'desc', 'defs', 'pattern', 'line', 'rect', 'g', 'text']).toContain(name);
      }
      const attributes = new Set(elements.flatMap((element) => [...element.attributes.keys()]));
      expect([...attributes].filter((name) => /^(?:style|href|on)/.test(name))).toEqual([]);
      expect(renderTopologySvg(structuredClone(subject), { hostGpus: 8 })).toBe(svg);
    }
  },
);

test('nothing is drawn outside the width', () => {
  const boxes = samples.flatMap((subject) => {
    const { elements } = readXml(renderTopologySvg(subject, { hostGpus: 8 }) ?? '');
    const width = Number(elements[0]?.attributes.get('viewBox')?.split(' ')[2]);
    // The first element is the drawing itself; a box of a pattern has no place of its own.
    return elements
      .slice(1)
      .filter(({ name, attributes }) => name === 'rect' && attributes.has('x'))
      .map(({ attributes }) => {
        const left = Number(attributes.get('x'));
        return { left, right: left + Number(attributes.get('width')), width };
      });
  });
  expect(boxes.length).toBeGreaterThan(samples.length);
  expect(boxes.filter(({ left, right, width }) => !(left >= 0 && right < width))).toEqual([]);
});

test('more workers than any report lists, each on all GPUs of the largest host, are drawn at once', () => {
  const workers = Array.from({ length: 20_000 }, () => null);
  const head = plainSide('20000 workers', workers, { gpusPerWorker: 'all' });
  const started = performance.now();
  const texts = textsOf(read({ head }, { hostGpus: 4096 }));
  expect(texts).toContain('20000 workers');
  expect(performance.now() - started).toBeLessThan(2_000);
});
