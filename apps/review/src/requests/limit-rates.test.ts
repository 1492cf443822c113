import express from 'express';
import type { Express } from 'express';
import request from 'supertest';
import { createLimitRates, rateLimitsOf } from './limit-rates.ts';
import type { RateLimits } from './limit-rates.ts';

const defaultRateLimits = rateLimitsOf({ uploadsPerMinute: 120, requestsPerMinute: 1_200 });

function createLimited(limits: Partial<RateLimits>, proxies = 0): Express {
  const app = express();
  app.set('trust proxy', proxies);
  app.use(createLimitRates({ ...defaultRateLimits, ...limits }));
  app.use((_request, response) => void response.send('passed'));
  return app;
}

test('limits each kind of request on its own', async () => {
  const app = createLimited({ uploadsPerMinute: 1, signInsPerTenMinutes: 1, writesPerMinute: 1 });
  const statuses = async (method: 'get' | 'post', path: string): Promise<number[]> => [
    (await request(app)[method](path)).status,
    (await request(app)[method](path)).status,
  ];
  expect(await statuses('post', '/api/reports')).toEqual([200, 429]);
  expect(await statuses('get', '/sign-in')).toEqual([200, 429]);
  expect(await statuses('post', '/preferences')).toEqual([200, 429]);
  expect(await statuses('get', '/reviews')).toEqual([200, 200]);
});

test('is not passed by another spelling of the path', async () => {
  const app = createLimited({ uploadsPerMinute: 1 });
  expect((await request(app).post('/api/reports')).status).toBe(200);
  expect((await request(app).post('/API/reports')).status).toBe(429);
});

test('answers in the form of the interface, and when to try again', async () => {
  const app = createLimited({ requestsPerMinute: 0 });
  const answer = await request(app).post('/api/reports');
  expect([answer.status, answer.body]).toEqual([429, { error: 'Too many requests. Try again in a while.' }]);
  expect(Number(answer.get('retry-after'))).toBeGreaterThan(0);
  expect((await request(app).get('/reviews')).type).toBe('text/html');
});

test('counts by the address that the configured proxies name', async () => {
  const send = async (app: Express, address: string): Promise<number> =>
    (await request(app).get('/reviews').set('x-forwarded-for', address)).status;
  const open = createLimited({ requestsPerMinute: 1 });
  expect([await send(open, '10.0.0.1'), await send(open, '10.0.0.2')]).toEqual([200, 429]);
  const behindProxy = createLimited({ requestsPerMinute: 1 }, 1);
  expect([await send(behindProxy, '10.0.0.1'), await send(behindProxy, '10.0.0.2')]).toEqual([200, 200]);
});
