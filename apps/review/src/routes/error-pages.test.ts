import express from 'express';
import pino from 'pino';
import request from 'supertest';
import { createErrorPages } from './error-pages.ts';

function start(error: unknown) {
  const lines: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const app = express();
  app.use((incoming, _response, next) => next(Object.assign(incoming, { id: 'request-7' }) && error));
  const { notFound, onError } = createErrorPages({ logger });
  app.use(notFound, onError);
  return { app, lines };
}

test('a fault of ours is a page with the number of the request, and its text stays in the log', async () => {
  const { app, lines } = start(new Error('the password is swordfish'));
  const answer = await request(app).get('/');
  expect(answer.status).toBe(500);
  expect(answer.text).toContain('<code>request-7</code>');
  expect(answer.text).not.toContain('swordfish');
  expect(lines.join('')).toMatch(/swordfish.*request-7/s);
});

test.each([
  [400, 'Not understood'],
  [403, 'Not allowed'],
  [404, 'Not found'],
  [413, 'Too large'],
  [422, 'Not understood'],
  [429, 'Too many requests'],
])('an error with the status %i says %s, and nobody is woken', async (status, title) => {
  const { app, lines } = start(Object.assign(new Error('detail'), { status }));
  const answer = await request(app).get('/');
  expect([answer.status, answer.text.includes(`<h1>${title}</h1>`), lines]).toEqual([status, true, []]);
});

test.each([['text'], [{ status: 200 }], [{ status: '404' }]])('%j is a fault of ours', async (error) => {
  expect((await request(start(error).app).get('/')).status).toBe(500);
});
