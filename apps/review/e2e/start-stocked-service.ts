import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGitHubStandIn, type GitHubStandIn, type Repository } from '@topodiff/github-stand-in';
import type { BrowserContext } from 'playwright-core';
import { freePort } from './free-port.ts';
import { startService } from './run-service.ts';
import { serviceMode } from './service-mode.ts';
import { stockedReviews, type StockedReview } from './stocked-reviews.ts';

/** A service that has reviews, and GitHub's stand-in behind it. */
export interface StockedService {
  readonly url: string;
  readonly gitHub: GitHubStandIn;
  /** By GitHub's pages, in a browser. */
  readonly signIn: (context: BrowserContext, login: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the built service and uploads the reviews to it, as CI does. `bob` writes to the repositories, `mia` maintains
 * them, `olga` administers them, and `zoe` reads none.
 */
export async function startStockedService(): Promise<StockedService> {
  const folder = mkdtempSync(join(tmpdir(), 'topodiff-pages-'));
  const gitHub = await startGitHubStandIn();
  const url = `http://127.0.0.1:${await freePort()}`;
  const service = await startService(serviceMode(gitHub, url, join(folder, 'store')));
  const stop = async () => {
    await service.stop();
    await gitHub.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await stock(url, gitHub);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    gitHub,
    signIn: async (context, login) => {
      gitHub.signInAs(login);
      const page = await context.newPage();
      await page.goto(`${url}/sign-in`);
      await page.close();
    },
    stop,
  };
}

async function stock(url: string, gitHub: GitHubStandIn): Promise<void> {
  const repositories = new Map<string, Repository>();
  let run = 17_204_461_000;
  for (const review of stockedReviews) {
    let repository = repositories.get(review.repository);
    if (repository === undefined) {
      repository = gitHub.addRepository(review.repository);
      repository.setPermission('bob', 'write');
      repository.setPermission('mia', 'maintain');
      repository.setPermission('olga', 'admin');
      repositories.set(review.repository, repository);
    }
    for (const report of review.reports) {
      run += 731;
      await upload(url, gitHub, { review, repository, report, run });
    }
  }
}

async function upload(
  url: string,
  gitHub: GitHubStandIn,
  {
    review: { number, title, author, headRef },
    repository,
    report,
    run,
  }: {
    readonly review: StockedReview;
    readonly repository: Repository;
    readonly report: StockedReview['reports'][number];
    readonly run: number;
  },
): Promise<void> {
  const ref = `refs/pull/${number}/merge`;
  const answer = await fetch(`${url}/api/reports`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${gitHub.issueActionsToken({ repository, ref, audience: url, run_id: String(run), run_attempt: '1' })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      formatVersion: 1,
      repository: { id: repository.id, fullName: repository.fullName },
      pullRequest: {
        number,
        title,
        author,
        url: `https://github.com/${repository.fullName}/pull/${number}`,
        baseRef: 'main',
        headRef,
      },
      run: { id: run, attempt: 1 },
      report,
    }),
  });
  if (answer.status !== 201) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
}
