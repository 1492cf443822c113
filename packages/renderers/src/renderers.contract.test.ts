import type { Report } from '@topodiff/report';
import { hostileStrings } from '@topodiff/testkit';
import { limits } from './limits.ts';
import { utf8Bytes } from './reading/utf8-bytes.ts';
import { goldenRenderers, sampleMarkdownOptions } from './testing/golden-renderers.ts';
import { reportOfText } from './testing/hostile-report.ts';
import { readMarkdown } from './testing/read-markdown.ts';
import { sampleReports } from './testing/sample-reports.ts';

const samples = Object.entries(sampleReports);
const acting = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/;

function hasActingCharacter(text: string): boolean {
  return acting.test(text.replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, ''));
}

describe.each(goldenRenderers)('$name', ({ name, extension, render }) => {
  test.each(samples)('renders %s: same in, same out, whole lines, report untouched', (_sample, report) => {
    const copy = structuredClone(report);
    const text = render(report);
    expect(text === '' || text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/\bundefined\b|\bNaN\b|\[object /);
    expect(render(copy)).toBe(text);
    expect(copy).toEqual(report);
  });

  test.each(samples)('stays under the limit with %s', (_sample, report) => {
    const most = name === 'markdown-comment' ? limits.commentBytes : limits.summaryBytes;
    expect(utf8Bytes(render(report))).toBeLessThanOrEqual(most);
  });

  test.each(hostileStrings)('shows as text: $name', ({ text }) => {
    const rendered = render(reportOfText(text));
    // Tabs indent the lines of a file; nothing else that acts is left anywhere.
    expect(
      hasActingCharacter(['md', 'html'].includes(extension) ? rendered.replaceAll('\t', '') : rendered),
    ).toBe(false);
  });
});

describe.each(goldenRenderers.filter(({ extension }) => extension === 'md'))('$name', ({ render }) => {
  const allowedLink = /^https:\/\/github\.com\/(octo-org\/serving|topodiff\/topodiff)\//;
  const activeText = [
    /@[\w-]/, // mention
    /#\w/, // reference
    /GH-\d/i,
    /:\/\/|www\./i, // bare link
    /:[\w+-]+:/, // emoji
    /\$.*\$/s, // mathematics
    /(?=\d*[a-f])[0-9a-f]{7,}/i, // commit
  ];

  test.each([...hostileStrings, ...samples.map(([name]) => ({ name, text: null }))])(
    'has no syntax but its own: $name',
    ({ name, text }) => {
      const report: Report = text === null ? sampleOf(name) : reportOfText(text);
      const { links, texts, problems } = readMarkdown(render(report));
      expect(problems).toEqual([]);
      expect(links.filter((link) => !allowedLink.test(link))).toEqual([]);
      expect(texts.filter((shown) => activeText.some((pattern) => pattern.test(shown)))).toEqual([]);
    },
  );

  function sampleOf(name: string): Report {
    const report = sampleReports[name];
    if (report === undefined) throw new Error(`No sample is called ${name}`);
    return report;
  }
});

describe('github-annotations', () => {
  const annotations = goldenRenderers.find(({ name }) => name === 'github-annotations');

  test.each(hostileStrings)('every line is a command of ours: $name', ({ text }) => {
    const property = '[A-Za-z]+=(?:[^%:,\\r\\n]|%25|%3A|%2C)*';
    const command = new RegExp(
      `^::(?:error|warning|notice) ${property}(?:,${property})*::(?:[^%\\r\\n]|%25|%0A)*$`,
    );
    const lines = (annotations?.render(reportOfText(text)) ?? '').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(command);
  });
});

describe('text for a job log', () => {
  const logRenderers = goldenRenderers.filter(({ name }) =>
    ['text', 'launch-plan', 'effective'].includes(name),
  );

  test.each(hostileStrings)('gives the runner no order: $name', ({ text }) => {
    for (const { render } of logRenderers) {
      const rendered = render(reportOfText(text));
      expect(rendered).not.toMatch(/^\s*::[a-z]/im);
      expect(rendered).not.toMatch(/##\[/);
    }
  });
});

test('the comment begins with its marker, then the verdict', () => {
  const comment = goldenRenderers.find(({ name }) => name === 'markdown-comment');
  for (const [, report] of samples) {
    const [marker, , verdict] = (comment?.render(report) ?? '').split('\n');
    expect(marker).toBe(sampleMarkdownOptions.marker);
    expect(verdict).toMatch(
      /^### (✅|❌|⏳) (No topology change|Topology review (passed|failed|waits for (an approval|\d+ approvals)): )/,
    );
  }
});
