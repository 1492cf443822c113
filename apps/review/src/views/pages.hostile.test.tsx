import type { VNode } from 'preact';
import { hostileStrings } from '@topodiff/testkit';
import { exampleReview } from '../testing/example-reviews.ts';
import { reportOfText } from '../testing/hostile-reports.ts';
import { brokenAnchors, readTags, repeatedIds } from '../testing/read-html.ts';
import { makeFakeStore } from '../testing/fake-store.ts';
import { user } from '../testing/start-pages.ts';
import { ComparePage } from './compare/compare-page.tsx';
import { FleetPage } from './fleet/fleet-page.tsx';
import { ErrorPage, notFoundMessage } from './messages/error-page.tsx';
import { SignInPage } from './messages/sign-in-page.tsx';
import { PlaygroundPage } from './playground/playground-page.tsx';
import { renderPage } from './render-page.tsx';
import { makeReportContext } from './review/report-context.ts';
import { ReviewPage } from './review/review-page.tsx';
import { ReviewsPage } from './reviews/reviews-page.tsx';
import { TokensPage } from './tokens/tokens-page.tsx';

const now = new Date('2026-11-27T12:00:00Z');

/** All that our pages are made of; whatever else shows up came out of a text. */
const knownTags = new Set(
  'html head meta title link script body a header nav ul ol li form input main footer label select option button dialog h1 h2 h3 h4 h5 dl div dt dd p kbd span code strong section table caption thead tbody tfoot tr th td details summary time textarea fieldset legend meter svg path figure figcaption desc defs pattern g rect text line pre'.split(
    ' ',
  ),
);

/** Every page with the text wherever somebody outside can choose one. */
async function pagesOf(text: string): Promise<Readonly<Record<string, VNode>>> {
  const report = reportOfText(text);
  const pullRequest = {
    number: 12,
    title: text,
    author: text,
    url: text,
    baseRef: text,
    headRef: text,
  };
  const review = {
    repository: { id: 4711, fullName: `acme/${text}` },
    pullRequest,
    reports: exampleReview.reports.map((one) => ({ ...one, report })),
  };
  const store = makeFakeStore([review]);
  const [summary] = (await store.listReviews({ limit: 1 }, 'all')).items;
  const revisions = (await store.listRevisions(4711, 12)).map((one) => ({ ...one, headSha: text }));
  const [newest, oldest] = revisions;
  if (summary === undefined || newest === undefined || oldest === undefined) throw new Error('There is one');
  const frame = {
    title: text,
    identity: { ...user(text), csrfToken: text },
    path: `/reviews/${text}`,
    theme: 'dark',
    csrfToken: text,
    returnTo: text,
  } as const;
  const decision = {
    id: text,
    fingerprint: report.approvals?.required[0]?.fingerprint ?? '',
    verdict: 'rejected',
    reason: text,
    login: text,
    userId: 7,
    createdAt: now,
    revokedAt: null,
  } as const;
  const page = { frame, review: summary, report, revisions, decisions: [decision], now };
  const draft = { fingerprint: decision.fingerprint, reason: text, problem: text };
  const serverUrl = 'https://github.com';
  const context = makeReportContext(report, { repositoryUrl: null, diff: 'split', layoutHref: null });
  return {
    unified: <ReviewPage {...page} revision={newest} serverUrl={serverUrl} diff="unified" draft={draft} />,
    split: <ReviewPage {...page} revision={oldest} serverUrl={serverUrl} diff="split" />,
    reviews: (
      <ReviewsPage
        frame={frame}
        page={{ items: [summary], next: text }}
        filters={{ search: text, repository: text }}
        repositories={[review.repository]}
        isFirst={false}
        now={now}
      />
    ),
    compare: (
      <ComparePage
        frame={frame}
        review={summary}
        revisions={revisions}
        from={{ revision: oldest, report: { ...report, models: [] } }}
        to={{ revision: newest, report }}
      />
    ),
    fleet: <FleetPage frame={frame} records={await store.listFleet('all')} now={now} />,
    playground: (
      <PlaygroundPage
        frame={frame}
        form={{ base: text, head: text, gpus: text, version: text }}
        problem={text}
        context={context}
      />
    ),
    error: <ErrorPage frame={frame} message={{ ...notFoundMessage, detail: text, requestId: text }} />,
    tokens: (
      <TokensPage
        frame={frame}
        fullName={`acme/${text}`}
        tokens={[{ id: text, repositoryId: 4711, name: text, createdAt: now, lastUsedAt: null }]}
        created="tdr_token"
        mistake="The name has 1 to 100 characters on one line."
      />
    ),
    'sign-in': <SignInPage frame={frame} startHref="/sign-in" problem={text} />,
  };
}

/** What a field of a form sends back has to be what somebody wrote, to the character. */
function withoutFields(html: string): string {
  return html.replace(/ value="[^"]*"/g, '').replace(/(<textarea[^>]*>)[^<]*/g, '$1');
}

describe.each(hostileStrings)('$name', ({ text }) => {
  test('stays text on every page', async () => {
    for (const [name, page] of Object.entries(await pagesOf(text))) {
      const html = renderPage(page);
      const tags = readTags(html);
      const attributes = tags.flatMap((tag) => [...tag.attributes]);
      const scripts = tags.filter((tag) => tag.name === 'script').map((tag) => [...tag.attributes]);
      expect({
        name,
        unknown: tags.filter((tag) => !knownTags.has(tag.name)),
        inline: attributes.filter(([key]) => key === 'style' || key.startsWith('on')),
        scripts,
        links: attributes.filter(
          ([key, value]) =>
            ['href', 'src', 'action', 'formaction'].includes(key) &&
            !/^(?:\/(?![/\\])|#|https:\/\/github\.com\/|https:\/\/example\.com\/\?q=1$)/.test(value),
        ),
        hidden: /[\u202e\u2066\u200b\u0007\u001b]/.test(withoutFields(html)),
        repeated: repeatedIds(html),
        broken: brokenAnchors(html),
      }).toEqual({
        name,
        unknown: [],
        inline: [],
        scripts: [
          [
            ['src', '/public/review.js'],
            ['defer', ''],
          ],
        ],
        links: [],
        hidden: false,
        repeated: [],
        broken: [],
      });
    }
  });
});
