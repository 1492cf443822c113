import { readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import {
  describeCheckRun,
  fleetAssumptionPhrase,
  html,
  markdownComment,
  markdownSummary,
  shortfallPhrase,
  text,
} from '@topodiff/renderers';
import type { Report } from '@topodiff/report';
import type { ReviewSummary, Revision } from './store/store.ts';
import { firstReport, secondReport } from './testing/example-reports.ts';
import { summariseReport } from './store/summarise-report.ts';
import { renderPage } from './views/render-page.tsx';
import { ReviewPage } from './views/review/review-page.tsx';

const goldens = new URL('../../../packages/renderers/src/__goldens__/json/', import.meta.url);

/** The reports that every renderer is shown, but for the one whose texts are written so that no two places show them alike. */
const samples: Readonly<Record<string, Report>> = {
  first: firstReport,
  second: secondReport,
  unread: {
    ...secondReport,
    models: secondReport.models.map((model, index) =>
      index > 0 || model.head === null ? model : { ...model, head: { ...model.head, outcome: 'unreadable' } },
    ),
  },
  ...Object.fromEntries(
    readdirSync(fileURLToPath(goldens))
      .filter((name) => name !== 'hostile.json')
      .map((name) => [
        name.replace('.json', ''),
        JSON.parse(readFileSync(new URL(name, goldens), 'utf8')) as Report, // goldens are reports
      ]),
  ),
};

const now = new Date('2026-11-27T12:00:00Z');
const repositoryUrl = 'https://github.com/acme/serving';

function reviewPage(report: Report): string {
  const summary = summariseReport(report);
  const revision: Revision = {
    id: 'r1',
    ordinal: 1,
    headSha: report.comparison?.head.sha ?? '',
    baseSha: report.comparison?.base.sha ?? '',
    run: { id: 1, attempt: 1 },
    conclusion: report.conclusion,
    uploadedBy: 'oidc',
    createdAt: now,
  };
  const review: ReviewSummary = {
    repository: { id: 1, fullName: 'acme/serving' },
    pullRequest: { number: 1, title: '', author: '', url: '', baseRef: '', headRef: '' },
    revisionId: 'r1',
    revisions: 1,
    headSha: revision.headSha,
    conclusion: report.conclusion,
    label: summary.label,
    changedModels: summary.changed_models,
    worstSeverity: null,
    blockingFindings: summary.blocking_findings,
    gpus: { base: report.fleet.gpus.base, head: report.fleet.gpus.head },
    approvalState: 'not-needed',
    updatedAt: now,
  };
  const frame = { title: '', identity: { kind: 'local' }, path: '/', theme: 'auto' } as const;
  return renderPage(
    <ReviewPage
      frame={frame}
      review={review}
      revision={revision}
      revisions={[revision]}
      report={report}
      decisions={[]}
      serverUrl="https://github.com"
      diff="unified"
      now={now}
    />,
  );
}

/** What somebody reads: without tags and marks, entities as what they stand for, and wherever the lines end. */
function words(shown: string, kind: 'html' | 'markdown' | 'text'): string {
  let plain = shown;
  if (kind === 'html')
    plain = plain.replace(/<(style|script|title)\b[^]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');
  if (kind === 'markdown') {
    plain = plain.replace(/<!--[^]*?-->|<\/?[a-z][^>]*>/g, ' ').replace(/\]\([^)]*\)/g, ' ');
  }
  plain = plain
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
  return flat(plain);
}

/** Marks of code and of emphasis, and white space, differ from place to place. */
function flat(said: string): string {
  return said.replace(/[\s`*_\\[\]|]+/g, '').toLowerCase();
}

const places: Readonly<Record<string, (report: Report) => string>> = {
  'the review page': (report) => words(reviewPage(report), 'html'),
  'the comment': (report) =>
    words(
      markdownComment.render(report, { marker: '<!-- m -->', repositoryUrl, runUrl: repositoryUrl }),
      'markdown',
    ),
  'the summary': (report) => words(markdownSummary.render(report, { repositoryUrl }), 'markdown'),
  'the command line': (report) => words(text.render(report, {}), 'text'),
  'the HTML file': (report) => words(html.render(report, { repositoryUrl }), 'html'),
};

interface Fact {
  readonly what: string;
  /** One of them has to be there. */
  readonly said: readonly string[];
}

const fact = (what: string, ...said: string[]): Fact => ({ what, said });

/** What must not differ from place to place. */
function factsOf(report: Report): readonly Fact[] {
  const { models, approvals, fleet } = report;
  const changed = models.filter(({ changes }) => changes.length > 0);
  const { base, head } = fleet.gpus;
  return [
    ...models
      .filter(({ changes, findings }) => changes.length + findings.length > 0)
      .flatMap(({ path, label }) => [fact('model', path, dirname(path)), fact('label', label)]),
    ...models.flatMap(({ path, findings }) =>
      findings.flatMap(({ ruleId, message, range: { start } }) => [
        fact(`place of ${ruleId}`, `${path}:${start.line}`, `line ${start.line}`),
        fact(`rule of ${path}`, ruleId),
        fact(`message of ${ruleId}`, message),
      ]),
    ),
    ...changed.flatMap(({ changes }) =>
      changes.flatMap(({ message, impact }) => [fact('change', message), fact('impact', impact)]),
    ),
    ...(report.comparison === null
      ? []
      : [fact('GPUs', ...(base === head ? [`${head}`] : [`${base} → ${head}`]))]),
    ...[shortfallPhrase(report), fleetAssumptionPhrase(report)].flatMap((phrase) =>
      phrase === null ? [] : [fact('what the totals lack', phrase)],
    ),
    ...fleet.budgets.map(({ name }) => fact('budget', name)),
    ...(approvals?.required ?? []).flatMap(({ fingerprint, approval }) =>
      approval === null
        ? [fact('fingerprint to approve', fingerprint)]
        : [fact('approved by', approval.by), fact('reason', approval.reason)],
    ),
  ];
}

describe.each(Object.entries(samples))('%s', (_name, report) => {
  test.each(Object.entries(places))('%s says all of it', (_place, render) => {
    const page = render(report);
    const missing = factsOf(report).filter(({ said }) => !said.some((one) => page.includes(flat(one))));
    expect(missing).toEqual([]);
  });

  test('the verdict is the same everywhere', () => {
    const { conclusion, approvals } = report;
    const isWaiting =
      conclusion === 'success' && (approvals?.required ?? []).some(({ approval }) => approval === null);
    expect(describeCheckRun(report, { repositoryUrl, runUrl: repositoryUrl }).conclusion).toBe(conclusion);
    const said = {
      success: isWaiting ? /topologyreviewwaitsfor/ : /topologyreviewpassed/,
      failure: /topologyreviewfailed/,
      neutral: /notopologychange/,
    }[conclusion];
    for (const place of ['the comment', 'the summary', 'the HTML file']) {
      expect([place, places[place]?.(report)]).toEqual([place, expect.stringMatching(said)]);
    }
    for (const place of ['the review page', 'the command line']) {
      expect([place, places[place]?.(report)]).toEqual([place, expect.stringContaining(conclusion)]);
    }
    if (isWaiting) expect(places['the review page']?.(report)).toContain(flat('Nothing but the approvals'));
    expect(places['the review page']?.(report)).toMatch(new RegExp(`verdict:.{0,3}${conclusion}`));
  });
});
