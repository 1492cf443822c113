import type { Report } from '@topodiff/report';
import type { Configuration, LocalReview } from '../configuration.ts';
import { StartError } from '../start-error.ts';
import type { Store } from '../store/store.ts';
import { runReportCommand } from './run-report-command.ts';

/** Local repositories have no number of GitHub's. */
const repositoryId = 1;

/** Loads the comparison of local mode into the store. */
export interface LocalReviewLoader {
  /** Runs the command, and keeps its report when it is another one. Calls at the same time share one run. */
  load(): Promise<void>;
}

/** @throws StartError, from `load`, when the command prints no report that the store takes. */
export function createLocalReviewLoader(
  review: LocalReview,
  {
    store,
    configuration,
    now,
  }: {
    readonly store: Pick<Store, 'saveReport'>;
    readonly configuration: Pick<Configuration, 'publicUrl'>;
    readonly now: () => Date;
  },
): LocalReviewLoader {
  const { repository, number, title, author, baseRef, headRef } = review;
  // Each start is a run of its own, and each other report one more attempt of it.
  const runId = Math.floor(now().getTime() / 1000);
  let attempt = 0;
  let newest: string | undefined;
  let running: Promise<void> | undefined;

  const load = async (): Promise<void> => {
    const text = await runReportCommand(review);
    if (text === newest) return;
    attempt += 1;
    try {
      await store.saveReport({
        repository: { id: repositoryId, fullName: repository },
        pullRequest: {
          number,
          title,
          author,
          url: `${configuration.publicUrl}/reviews/${repository}/${number}`,
          baseRef,
          headRef,
        },
        run: { id: runId, attempt },
        report: JSON.parse(text) as Report, // the store checks it
        uploadedBy: 'local',
      });
    } catch (cause) {
      throw new StartError('the command printed no report that this version of the service reads', { cause });
    }
    newest = text;
  };
  return {
    load: () => (running ??= load().finally(() => (running = undefined))),
  };
}
