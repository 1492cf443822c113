import { fourGpus } from './configs.ts';
import type { FileContent, PullRequestUnderTest } from './github-under-test.ts';
import { startStandInGithub, type StandInGithub } from './stand-in-github.ts';

/** A stand-in for each test, with `llama/model-config.yaml` of four GPUs on `main`. */
export function useStandIn() {
  let started: StandInGithub | undefined;
  const current = (): StandInGithub => {
    if (started === undefined) throw new Error('the stand-in runs only within a test');
    return started;
  };
  beforeEach(async () => {
    started = await startStandInGithub();
    await started.commit('main', { 'llama/model-config.yaml': fourGpus });
  });
  afterEach(() => current().close());
  /** A pull request that changes `files` on top of `main`. */
  const propose = async (files: Readonly<Record<string, FileContent>>): Promise<PullRequestUnderTest> => {
    await current().commit('topic', files);
    return current().openPullRequest('topic');
  };
  return { current, propose };
}
