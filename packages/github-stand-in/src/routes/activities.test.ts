import { startGitHubStandIn } from '../start-github-stand-in.ts';
import type { GitHubStandIn } from '../start-github-stand-in.ts';

let gitHub: GitHubStandIn;
beforeEach(async () => {
  gitHub = await startGitHubStandIn();
});
afterEach(() => gitHub.close());

async function activities(token: string, query: string) {
  const response = await fetch(`${gitHub.baseUrl}/repos/acme/serving/activity?${query}`, {
    headers: { authorization: `token ${token}`, 'user-agent': 'tests' },
  });
  const list = (await response.json()) as {
    after: string;
    activity_type: string;
    actor: { login: string };
  }[]; // the stand-in checks its answers
  return {
    pushes: list.map(({ after, activity_type: type, actor }) => [after, type, actor.login]),
    next: /after=(\d+)/.exec(response.headers.get('link') ?? '')?.[1],
  };
}

test('tells who moved a branch, newest first, whatever the commits say of their author', async () => {
  const repository = gitHub.addRepository('acme/serving');
  repository.commit({ branch: 'main', files: { 'a.txt': '1' } });
  const first = repository.commit({ branch: 'topic', files: { 'a.txt': '2' }, author: 'alice' });
  const second = repository.commit({
    branch: 'topic',
    files: { 'a.txt': '3' },
    author: 'alice',
    pusher: 'mia',
  });
  repository.setBranch('topic', first, 'bob');
  const token = gitHub.addToken({ kind: 'actions', repository, permissions: { contents: 'read' } });
  const all = [
    [first, 'force_push', 'bob'],
    [second, 'push', 'mia'],
    [first, 'branch_creation', 'alice'],
  ];
  const whole = await activities(token, 'ref=refs/heads/topic');
  expect(whole).toEqual({ pushes: all, next: undefined });
  const start = await activities(token, 'ref=refs/heads/topic&per_page=2');
  expect(start.pushes).toEqual(all.slice(0, 2));
  const rest = await activities(token, `ref=refs/heads/topic&per_page=2&after=${start.next ?? ''}`);
  expect(rest).toEqual({ pushes: all.slice(2), next: undefined });
});
