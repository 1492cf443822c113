import { hostileStrings } from '@topodiff/testkit';
import { markdownSummary } from '../markdown/markdown-summary.ts';
import { reportOfText } from '../testing/hostile-report.ts';
import { largeReport } from '../testing/large-report.ts';
import { readMarkdown } from '../testing/read-markdown.ts';
import { readXml, type XmlElement } from '../testing/read-xml.ts';
import { quotedModel } from '../testing/sample-models.ts';
import { sampleReport } from '../testing/sample-parts.ts';
import { sampleReports } from '../testing/sample-reports.ts';
import { html } from './html.ts';
import type { HtmlOptions } from './html-options.ts';

const options: HtmlOptions = { repositoryUrl: 'https://github.com/octo-org/serving' };
const samples = Object.entries(sampleReports);

/** The page is XML but for its first line, which makes it HTML. */
function read(page: string): readonly XmlElement[] {
  const [doctype, ...rest] = page.split('\n');
  expect(doctype).toBe('<!doctype html>');
  const { elements, problems } = readXml(rest.join('\n'));
  expect(problems).toEqual([]);
  return elements;
}

const named = (elements: readonly XmlElement[], ...names: readonly string[]) =>
  elements.filter(({ name }) => names.includes(name));

describe.each([...samples, ...hostileStrings.map(({ name, text }) => [name, reportOfText(text)] as const)])(
  '%s',
  (_name, report) => {
    const elements = read(html.render(report, options));

    test('has no element or attribute that acts', () => {
      const names = new Set(elements.map(({ name }) => name));
      expect(
        [...names].filter((name) => /script|iframe|object|embed|img|form|base|link|use/.test(name)),
      ).toEqual([]);
      const attributes = new Set(elements.flatMap((element) => [...element.attributes.keys()]));
      expect([...attributes].filter((name) => /^(?:style|src|srcset|on|xlink|open)/.test(name))).toEqual([]);
      const links = named(elements, 'a').map(({ attributes }) => attributes.get('href') ?? '');
      expect(links.filter((href) => !/^(?:https:\/\/github\.com\/|#model-\d+$)/.test(href))).toEqual([]);
    });

    test('has language, title, landmarks, headings in order, tables with scopes', () => {
      expect(elements[0]?.attributes.get('lang')).toBe('en');
      const [title] = named(elements, 'title');
      const [heading] = named(elements, 'h1');
      expect(title?.text).toBe(`${heading?.text.replace(/^\S+ /, '')} – topodiff`);
      const landmarks = named(elements, 'header', 'main', 'footer').map(({ name }) => name);
      expect(landmarks).toEqual(['header', 'main', 'footer']);
      const levels = named(elements, 'h1', 'h2', 'h3', 'h4').map(({ name }) => Number(name.slice(1)));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [index, level] of levels.entries()) {
        expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
      }
      expect(named(elements, 'th').every(({ attributes }) => attributes.has('scope'))).toBe(true);
      expect(named(elements, 'caption')).toHaveLength(named(elements, 'table').length);
    });

    test('leads nowhere within the page that is not there', () => {
      const ids = new Set(elements.flatMap(({ attributes }) => attributes.get('id') ?? []));
      const references = elements.flatMap(({ attributes }) => [
        ...(attributes.get('href')?.startsWith('#') === true ? [attributes.get('href')?.slice(1)] : []),
        ...['aria-labelledby', 'aria-describedby'].flatMap((name) => attributes.get(name) ?? []),
        ...[...attributes.values()].flatMap((value) => /^url\(#(.*)\)$/.exec(value)?.[1] ?? []),
      ]);
      expect(references.filter((id) => id === undefined || !ids.has(id))).toEqual([]);
    });
  },
);

test.each(samples.filter(([name]) => name !== 'hostile'))(
  'says what the comment says: %s',
  (_name, report) => {
    const { texts, links } = readMarkdown(markdownSummary.render(report, options));
    const elements = read(html.render(report, options));
    const shown = elements[0]?.text.replaceAll(/\s+/g, ' ') ?? '';
    const said = texts
      // Cells of a row stand apart in Markdown; a mention is broken there alone.
      .flatMap((text) => text.replaceAll('\u200b', '').split(/ {2,}/))
      .map((text) => text.trim());
    expect(said.filter((text) => !shown.includes(text))).toEqual([]);
    const hrefs = new Set(named(elements, 'a').map(({ attributes }) => attributes.get('href')));
    expect(links.filter((link) => !hrefs.has(link))).toEqual([]);
  },
);

test('the verdict comes first', () => {
  const elements = read(html.render(sampleReport({ models: [quotedModel] }), {}));
  const body = elements.slice(elements.findIndex(({ name }) => name === 'body') + 1);
  expect(body.slice(0, 2).map(({ name }) => name)).toEqual(['header', 'h1']);
});

test('a model has topology, changes, settings, launch plan and lines, in that order', () => {
  const elements = read(html.render(sampleReport({ models: [quotedModel] }), {}));
  expect(named(elements, 'h4').map(({ text }) => text)).toEqual([
    'Topology',
    'Processes (torchrun)',
    'Settings',
    'Launch plan',
    'Lines of the file',
  ]);
  const settings = named(elements, 'tr').map(({ text }) => text);
  expect(settings).toContain('torchrun.nproc-per-node"8"1ignored: wrong type');
  expect(settings).toContain('batchSize–1default');
  const pages = named(elements, 'pre').map(({ text }) => text.trim().split('\n'));
  expect(pages[0]?.slice(0, 4)).toEqual([
    'CUDA_VISIBLE_DEVICES=0',
    'LOGLEVEL=INFO',
    'OMP_NUM_THREADS=1',
    'torchrun --nnodes 1 --nproc-per-node 1 --log-dir $LOG_LOCATION/torchelastic_ts \\',
  ]);
  expect(named(elements, 'ins').map(({ text }) => text)).toEqual(['+    nproc-per-node: "8"']);
});

test('what is left out of many models is counted', () => {
  const page = html.render(largeReport(250), {});
  const elements = read(page);
  expect(named(elements, 'h3')).toHaveLength(200);
  expect(named(elements, 'p').map(({ text }) => text)).toContain(
    'Details of 200 of 250 models shown, all 250 in the JSON report',
  );
  expect(page.length).toBeLessThan(6_000_000);
});
