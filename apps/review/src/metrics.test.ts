import express from 'express';
import request from 'supertest';
import { createMetrics } from './metrics.ts';

test('however an address is written, its route has one series', async () => {
  const metrics = createMetrics();
  const rules = express.Router();
  rules.get('/:id', (_request, response) => void response.send('a rule'));
  const app = express().use(metrics.observe).use('/rules', rules);
  for (const path of ['/rules/a', '/RULES/b', '/rUlEs/c']) await request(app).get(path).expect(200);
  const series = (await metrics.render()).match(/_count\{.*route="[^"]*".*/g);
  expect(series).toEqual([expect.stringContaining('route="/rules/:id",status="200"} 3')]);
});
