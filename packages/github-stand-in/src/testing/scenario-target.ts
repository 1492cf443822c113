import { createEmulator } from 'emulate';
import type { Json } from '../openapi/description.ts';
import { startGitHubStandIn } from '../start-github-stand-in.ts';
import { pick, send } from './send.ts';
import type { Received } from './send.ts';

/**
 * A GitHub of some make, with `alice/serving`: `main` holds `a.yaml` and `README.md`, `wider` changes the one and adds
 * `new/b.yaml`, and pull request 1 is between them.
 */
export interface ScenarioTarget {
  readonly headSha: string;
  readonly send: (method: string, path: string, body?: Json, token?: string) => Promise<Received>;
  readonly close: () => Promise<void>;
}

const filesOnMain = { 'README.md': 'Serving\n', 'a.yaml': 'minWorkers: 1\n' };
const filesOnWider = { 'a.yaml': 'minWorkers: 2\n', 'new/b.yaml': 'minWorkers: 1\n' };

/** The stand-in, seeded through its own API. */
export async function startStandInTarget(): Promise<
  ScenarioTarget & { readonly takeViolations: () => void }
> {
  const gitHub = await startGitHubStandIn();
  const repository = gitHub.addRepository('alice/serving', { visibility: 'public' });
  repository.commit({ branch: 'main', files: filesOnMain });
  const headSha = repository.commit({ branch: 'wider', files: filesOnWider });
  repository.openPullRequest({ head: 'wider' });
  const token = gitHub.addToken({
    kind: 'app',
    app: 'alice',
    repositories: [repository],
    permissions: { contents: 'read', pull_requests: 'write', checks: 'write', statuses: 'write' },
  });
  return {
    headSha,
    send: (method, path, body, other = token) =>
      send(gitHub.baseUrl, { method, to: path, token: other, ...(body === undefined ? {} : { body }) }),
    close: () => gitHub.close(),
    takeViolations: () => {
      gitHub.takeViolations();
    },
  };
}

/** The package `emulate`, seeded through its REST API. */
export async function startEmulateTarget(): Promise<ScenarioTarget> {
  const token = 'known-token';
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { [token]: { login: 'alice', scopes: ['repo'] } },
      github: { users: [{ login: 'alice' }], repos: [{ owner: 'alice', name: 'serving', auto_init: true }] },
    },
  });
  const ask = (method: string, path: string, body?: Json, other = token): Promise<Received> =>
    send(emulator.url, { method, to: path, token: other, ...(body === undefined ? {} : { body }) });
  const expectCreated = async (method: string, path: string, body: Json): Promise<Received> => {
    const answer = await ask(method, path, body);
    if (answer.status >= 300)
      throw new Error(`emulate answered ${answer.status} to ${method} ${path}: ${answer.text}`);
    return answer;
  };
  const tip = async (branch: string): Promise<string> =>
    String(pick(await ask('GET', `/repos/alice/serving/git/ref/heads/${branch}`), 'object.sha')[0]);
  const put = async (branch: string, files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [path, content] of Object.entries(files)) {
      const address = `/repos/alice/serving/contents/${path}`;
      const [sha] = pick(await ask('GET', `${address}?ref=${branch}`), 'sha');
      await expectCreated('PUT', address, {
        message: 'Change',
        branch,
        content: Buffer.from(content).toString('base64'),
        ...(typeof sha === 'string' ? { sha } : {}),
      });
    }
  };
  await put('main', filesOnMain);
  await expectCreated('POST', '/repos/alice/serving/git/refs', {
    ref: 'refs/heads/wider',
    sha: await tip('main'),
  });
  await put('wider', filesOnWider);
  await expectCreated('POST', '/repos/alice/serving/pulls', { title: 'Wider', head: 'wider', base: 'main' });
  return { headSha: await tip('wider'), send: ask, close: () => emulator.close() };
}
