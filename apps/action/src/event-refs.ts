import type { PullRequestRevision } from '@topodiff/github';

export type EventRefs =
  | { readonly kind: 'pull-request'; readonly revision: PullRequestRevision }
  /** One line: what is wrong with the event, and what to do. */
  | { readonly kind: 'unusable'; readonly reason: string };

const supportedEvents = ['pull_request', 'pull_request_target'];

/**
 * The pull request that an event is about. `GITHUB_SHA` is not used: on `pull_request` it is a merge commit, on
 * `pull_request_target` the default branch.
 *
 * @param eventText content of the file that `GITHUB_EVENT_PATH` names; null when there is none
 */
export function readEventRefs(
  environment: Readonly<Record<string, string | undefined>>,
  eventText: string | null,
): EventRefs {
  const eventName = environment['GITHUB_EVENT_NAME'] ?? '';
  if (!supportedEvents.includes(eventName)) {
    const given = eventName === '' ? 'no event' : `the event ${JSON.stringify(eventName)}`;
    return unusable(`${given} is not supported; run topodiff on: ${supportedEvents.join(' or ')}`);
  }
  const [owner = '', repo = '', ...rest] = (environment['GITHUB_REPOSITORY'] ?? '').split('/');
  if (owner === '' || repo === '' || rest.length > 0) {
    return unusable('GITHUB_REPOSITORY does not hold owner/name; topodiff runs on a GitHub Actions runner');
  }
  if (eventText === null) return unusable('the file that GITHUB_EVENT_PATH names cannot be read');
  const event = parseJson(eventText);
  if (event === undefined) return unusable('the file that GITHUB_EVENT_PATH names is not JSON');
  const number = at(event, 'pull_request', 'number');
  const texts = {
    baseRef: at(event, 'pull_request', 'base', 'ref'),
    baseSha: at(event, 'pull_request', 'base', 'sha'),
    headRef: at(event, 'pull_request', 'head', 'ref'),
    headSha: at(event, 'pull_request', 'head', 'sha'),
  };
  const { baseRef, baseSha, headRef, headSha } = texts;
  if (
    typeof number !== 'number' ||
    typeof baseRef !== 'string' ||
    typeof baseSha !== 'string' ||
    typeof headRef !== 'string' ||
    typeof headSha !== 'string'
  ) {
    return unusable('the event names no pull request with its base and head');
  }
  return { kind: 'pull-request', revision: { owner, repo, number, baseRef, baseSha, headRef, headSha } };
}

function unusable(reason: string): EventRefs {
  return { kind: 'unusable', reason };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown; // what is in it is checked field by field
  } catch {
    return undefined;
  }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    found =
      typeof found === 'object' && found !== null
        ? (found as Readonly<Record<string, unknown>>)[name]
        : undefined; // any object has fields to look up
  }
  return found;
}
