import express from 'express';
import request from 'supertest';
import { limitForms } from './limit-forms.ts';

const app = express();
app.use(limitForms, (_request, response) => void response.send('passed'));

const statusOf = async (path: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  (await request(app).post(path).set(headers)).status;

test.each([
  ['/preferences', { 'content-length': '100001' }, 413],
  ['/Playground/', { 'content-length': '12000001' }, 413],
  ['/preferences', { 'transfer-encoding': 'chunked' }, 411],
  ['/preferences', {}, 200],
])('%s with %j is %i', async (path, headers, status) => {
  expect(await statusOf(path, headers)).toBe(status);
});

test('files of the playground pass', async () => {
  const answer = await request(app).post('/playground').send('x'.repeat(200_000));
  expect(answer.status).toBe(200);
});
