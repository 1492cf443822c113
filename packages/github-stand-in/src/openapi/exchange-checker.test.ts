import { ExchangeChecker, loadGitHubChecker } from './exchange-checker.ts';
import type { Json, JsonObject } from './description.ts';

const operation = { method: 'POST', path: '/things/{id}' };
const checker = new ExchangeChecker({
  openapi: '3.0.3',
  paths: {
    '/things/{id}': {
      post: {
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'page', in: 'query', schema: { type: 'integer' } },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: { type: 'string', maxLength: 4 },
                  level: { type: 'string', enum: ['low', 'high'], nullable: true },
                  parts: {
                    type: 'array',
                    maxItems: 2,
                    items: {
                      type: 'object',
                      required: ['at'],
                      properties: { at: { type: 'string', nullable: true } },
                    },
                  },
                },
              },
            },
          },
        },
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/part' } } } },
          204: {},
        },
      },
    },
  },
  components: {
    schemas: {
      part: {
        type: 'object',
        required: ['at'],
        properties: { at: { type: 'string', format: 'date-time', nullable: true } },
      },
      'basic-error': { type: 'object', properties: { message: { type: 'string' } } },
    },
  },
} satisfies JsonObject);

const check = (body: Json | undefined, id = '1', query = ''): string[] =>
  checker.checkRequest({ operation, params: { id }, query: new URLSearchParams(query), body });

test('lets fitting requests and answers pass', () => {
  expect(check({ name: 'a', level: null, parts: [{ at: null }] }, '1', 'page=2')).toEqual([]);
  expect(checker.checkAnswer(operation, 200, 'application/json', { at: '2026-01-01T00:00:00Z' })).toEqual([]);
  expect(checker.checkAnswer(operation, 204, '', undefined)).toEqual([]);
  expect(checker.checkAnswer(operation, 404, 'application/json', { message: 'Not Found' })).toEqual([]);
});

test('says what is wrong with a request', () => {
  expect(check(undefined)).toEqual(["A body wasn't supplied."]);
  expect(check({})).toEqual(['"name" wasn\'t supplied.']);
  expect(check({ name: 5 })).toEqual(["For 'name', 5 is not a string."]);
  expect(check({ name: 'a', level: 'middle' })).toEqual([
    'For \'level\', "middle" is not a member of ["low","high",null].',
  ]);
  expect(check({ name: 'a', parts: [{ at: null }, { at: null }, { at: null }] })).toEqual([
    'No more than 2 items are allowed; 3 were supplied.',
  ]);
  expect(check({ name: 'abcde' })).toEqual(["For 'name', only 4 characters are allowed; 5 were supplied."]);
  expect(check({ name: 'a' }, 'first')).toEqual(['For \'id\', "first" is not a integer.']);
});

test('refuses what GitHub would silently ignore: unknown keys and query parameters', () => {
  expect(check({ name: 'a', levl: 'low', parts: [{ at: null, too: 1 }] }, '1', 'per-page=5')).toEqual([
    '"per-page" is not a permitted query parameter.',
    '"levl" is not a permitted key.',
    'For \'parts/0\', "too" is not a permitted key.',
  ]);
});

test('says what is wrong with an answer', () => {
  expect(checker.checkAnswer(operation, 200, 'application/json', {})).toEqual(['"at" wasn\'t supplied.']);
  expect(checker.checkAnswer(operation, 200, 'application/json', { at: 'today' })).toEqual([
    'For \'at\', "today" must match format "date-time".',
  ]);
  expect(checker.checkAnswer(operation, 201, 'application/json', {})).toEqual([
    'The description lists no answer 201.',
  ]);
  expect(checker.checkAnswer(operation, 204, '', {})).toEqual([
    'The description lists answer 204 without a body.',
  ]);
  expect(checker.checkAnswer(operation, 404, 'application/json', { message: 5 })).toEqual([
    "For 'message', 5 is not a string.",
  ]);
});

test('is shared by all stand-ins of a process, which share its compiled schemas', () => {
  expect(loadGitHubChecker()).toBe(loadGitHubChecker());
});
