import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createEmulator } from 'emulate';
import type { FileContent, GithubUnderTest } from './github-under-test.ts';

const repository = 'acme/serving';
const tokens = {
  acme: 'token-of-acme',
  mallory: 'token-of-mallory',
  bob: 'token-of-bob',
  robot: 'token-of-robot',
};

/**
 * `emulate`, somebody else's GitHub, behind a front that fills the gaps which would stop every run: it has no
 * GraphQL (the front answers `viewer` from `GET /user`), it counts no changed files of a pull request (the front
 * leaves the count out, so that the trees are compared) and keeps its first head (the front gives the branch's).
 */
export async function startEmulateGithub(): Promise<GithubUnderTest> {
  const users = Object.keys(tokens).map((login) => ({ login }));
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: Object.fromEntries(
        Object.entries(tokens).map(([login, token]) => [token, { login, scopes: ['repo'] }]),
      ),
      github: { users, repos: [{ owner: 'acme', name: 'serving', auto_init: true }] },
    },
  });
  const call = async (method: string, path: string, token: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${emulator.url}${path}`, {
      method,
      headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Answer; // JSON of whatever shape the route has
    if (!response.ok)
      throw new Error(`emulate: ${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const git = (method: string, path: string, body?: unknown) =>
    call(method, `/repos/${repository}/git/${path}`, tokens.acme, body);
  const tipOf = async (branch: string) =>
    git('GET', `ref/heads/${branch}`).then(
      (ref) => ref['object']?.['sha'] as string, // a ref always has one
      () => null,
    );
  const front = await startFront(emulator.url, tipOf);

  return {
    apiUrl: front.url,
    graphqlUrl: `${front.url}/graphql`,
    repository,
    token: tokens.robot,
    ownLogin: 'robot',
    commit: async (branch, files) => {
      const tip = await tipOf(branch);
      const parent = tip ?? (await tipOf('main')) ?? '';
      const base = await git('GET', `commits/${parent}`);
      const tree = await git('POST', 'trees', {
        base_tree: base['tree']?.['sha'],
        tree: Object.entries(files).map(([path, content]) => toTreeItem(path, content)),
      });
      const message = 'a commit';
      const { sha } = await git('POST', 'commits', { message, tree: tree['sha'], parents: [parent] });
      if (tip === null) await git('POST', 'refs', { ref: `refs/heads/${branch}`, sha });
      else await git('PATCH', `refs/heads/${branch}`, { sha });
      return sha as unknown as string; // a commit always has one
    },
    openPullRequest: async (head) => {
      const opened = await call('POST', `/repos/${repository}/pulls`, tokens.acme, {
        title: head,
        head,
        base: 'main',
      });
      const number = Number(opened['number']);
      const comments = `/repos/${repository}/issues/${number}/comments`;
      return {
        event: async () => ({
          pull_request: {
            number,
            base: { ref: 'main', sha: await tipOf('main') },
            head: { ref: head, sha: await tipOf(head) },
          },
        }),
        comment: async (login, body) => {
          await call('POST', comments, tokens[login as keyof typeof tokens], { body }); // the scenarios use these users
        },
        listComments: async () => {
          const found: { login: string; body: string }[] = [];
          for (let page = 1; ; page += 1) {
            const answer = await call('GET', `${comments}?per_page=100&page=${page}`, tokens.acme);
            const listed = answer as unknown as { user: { login: string }; body: string }[]; // this route gives a list
            found.push(...listed.map(({ user, body }) => ({ login: user.login, body })));
            if (listed.length < 100) return found;
          }
        },
      };
    },
    close: async () => {
      await front.close();
      await emulator.close();
    },
  };
}

type Answer = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function toTreeItem(path: string, content: FileContent) {
  if (content === null) return { path, mode: '100644', type: 'blob', sha: null };
  if (typeof content === 'string') return { path, mode: '100644', type: 'blob', content };
  return { path, mode: '120000', type: 'blob', content: content.linkTo };
}

async function startFront(target: string, tipOf: (branch: string) => Promise<string | null>) {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/' } = request;
    const isViewer = method === 'POST' && url === '/graphql';
    const body = await text(request);
    const headers = {
      authorization: request.headers.authorization ?? '',
      'content-type': 'application/json',
    };
    const passed = await fetch(`${target}${isViewer ? '/user' : url}`, {
      method: isViewer ? 'GET' : method,
      headers,
      ...(isViewer || body === '' ? {} : { body }),
    });
    let data: unknown = await passed.json();
    if (isViewer) data = { data: { viewer: { login: (data as { login: string }).login } } }; // `GET /user`
    if (method === 'GET' && /\/pulls\/\d+$/.test(url)) {
      const pullRequest = data as { head: { ref: string } }; // `GET pulls/{n}`
      const head = { ...pullRequest.head, sha: await tipOf(pullRequest.head.ref) };
      data = { ...pullRequest, head, changed_files: undefined };
    }
    response.writeHead(passed.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(data));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error)); // the run then reports a lost connection
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
