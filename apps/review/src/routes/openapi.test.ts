import { readFileSync } from 'node:fs';
import request from 'supertest';
import { appUnderTest } from '../testing/app-under-test.ts';
import { renderApiDescription } from './render-api-description.ts';

const page = new URL('../../../../docs/reference/openapi.json', import.meta.url);

test('the docs have the description that the schemas make', async () => {
  expect(readFileSync(page, 'utf8')).toBe(await renderApiDescription());
});

test('the service answers it with its own address', async () => {
  const { text } = await request(appUnderTest({ PORT: '8080' }).app)
    .get('/api/openapi.json')
    .expect(200);
  expect(JSON.parse(text)).toMatchObject({
    openapi: '3.1.0',
    servers: [{ url: 'http://127.0.0.1:8080' }],
    components: { schemas: { Upload: { properties: { report: { $ref: '#/components/schemas/Report' } } } } },
  });
});

test('every reference leads somewhere', async () => {
  const text = await renderApiDescription();
  const document = JSON.parse(text) as unknown;
  const references = [...text.matchAll(/"\$ref": "#\/([^"]+)"/g)].map(([, path = '']) => path.split('/'));
  expect(references.length).toBeGreaterThan(10);
  const missing = references.filter((path) => {
    let value = document;
    for (const name of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
    return value === undefined;
  });
  expect(missing).toEqual([]);
});
