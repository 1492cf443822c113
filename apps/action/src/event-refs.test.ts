import { readEventRefs } from './event-refs.ts';

const environment = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'acme/serving' };
const event = {
  pull_request: {
    number: 7,
    base: { ref: 'main', sha: 'b1' },
    head: { ref: 'wider', sha: 'h1', repo: { full_name: 'mallory/serving' } },
  },
};

describe('readEventRefs', () => {
  test.each(['pull_request', 'pull_request_target'])('reads the event %s', (name) => {
    expect(readEventRefs({ ...environment, GITHUB_EVENT_NAME: name }, JSON.stringify(event))).toEqual({
      kind: 'pull-request',
      revision: {
        owner: 'acme',
        repo: 'serving',
        number: 7,
        baseRef: 'main',
        baseSha: 'b1',
        headRef: 'wider',
        headSha: 'h1',
      },
    });
  });

  test.each([
    {
      name: 'another event',
      given: { GITHUB_EVENT_NAME: 'push' },
      text: JSON.stringify(event),
      reason: 'the event "push" is not supported; run topodiff on: pull_request or pull_request_target',
    },
    {
      name: 'no event',
      given: { GITHUB_EVENT_NAME: undefined },
      text: JSON.stringify(event),
      reason: 'no event is not supported; run topodiff on: pull_request or pull_request_target',
    },
    {
      name: 'no repository',
      given: { GITHUB_REPOSITORY: 'serving' },
      text: JSON.stringify(event),
      reason: 'GITHUB_REPOSITORY does not hold owner/name; topodiff runs on a GitHub Actions runner',
    },
    {
      name: 'no file',
      given: {},
      text: null,
      reason: 'the file that GITHUB_EVENT_PATH names cannot be read',
    },
    {
      name: 'no JSON',
      given: {},
      text: '{',
      reason: 'the file that GITHUB_EVENT_PATH names is not JSON',
    },
    ...['{}', 'null', '{"pull_request":7}', '{"pull_request":{"number":7}}'].map((text) => ({
      name: text,
      given: {},
      text,
      reason: 'the event names no pull request with its base and head',
    })),
  ])('says what is wrong with $name', ({ given, text, reason }) => {
    expect(readEventRefs({ ...environment, ...given }, text)).toEqual({ kind: 'unusable', reason });
  });
});
