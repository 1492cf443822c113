import { readFileSync } from 'node:fs';
import { routes } from '../routes/index.ts';
import { cutDescription } from './cut-description.ts';
import { readAt } from './description.ts';
import type { JsonObject } from './description.ts';

const description: JsonObject = {
  openapi: '3.0.3',
  paths: {
    '/things/{id}': {
      get: {
        summary: 'Get a thing',
        'x-github': { category: 'things' },
        parameters: [{ $ref: '#/components/parameters/id' }],
        responses: {
          200: {
            description: 'Fine',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } },
          },
        },
      },
      delete: { responses: {} },
    },
  },
  components: {
    parameters: {
      id: {
        name: 'id',
        in: 'path',
        description: 'Which',
        'x-multi-segment': true,
        schema: { type: 'string' },
      },
    },
    schemas: {
      thing: {
        title: 'Thing',
        type: 'object',
        properties: { title: { type: 'string', example: 'x' }, part: { $ref: '#/components/schemas/part' } },
      },
      part: { type: 'integer', nullable: true },
      unused: { type: 'string' },
    },
  },
};

test('keeps the operation with all that it reaches, and no prose', () => {
  expect(cutDescription(description, [{ method: 'GET', path: '/things/{id}' }], { title: 'Part' })).toEqual({
    openapi: '3.0.3',
    info: { title: 'Part' },
    paths: {
      '/things/{id}': {
        get: {
          parameters: [{ $ref: '#/components/parameters/id' }],
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } },
          },
        },
      },
    },
    components: {
      parameters: { id: { name: 'id', in: 'path', 'x-multi-segment': true, schema: { type: 'string' } } },
      schemas: {
        part: { type: 'integer', nullable: true },
        thing: {
          type: 'object',
          properties: { title: { type: 'string' }, part: { $ref: '#/components/schemas/part' } },
        },
      },
    },
  });
});

test('refuses an operation that the description does not have', () => {
  expect(() => cutDescription(description, [{ method: 'PUT', path: '/things/{id}' }], {})).toThrow(
    'The description has no PUT /things/{id}',
  );
});

test('the committed subset has the operations of the routes and no other, with its origin and licence', () => {
  const file = new URL('../../openapi/github-subset.json', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const subset = JSON.parse(text) as JsonObject; // our own file
  expect(text).toBe(`${JSON.stringify(subset, null, 1)}\n`);
  const paths = readAt(subset, 'paths') as Record<string, JsonObject>; // by the description's form
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(operations.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
  expect(readAt(subset, 'info', 'version')).toBe('@octokit/openapi 23.0.2');
  expect(readAt(subset, 'info', 'x-license')).toMatch(
    /^MIT License Copyright \(c\) 2020 Octokit contributors/,
  );
});
