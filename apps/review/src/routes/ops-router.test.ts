import request from 'supertest';
import { appUnderTest } from '../testing/app-under-test.ts';

const token = 'm'.repeat(16);

test('the process is up', async () => {
  await request(appUnderTest().app).get('/healthz').expect(200, 'ok\n');
});

test('probes come by any name', async () => {
  await request(appUnderTest().app).get('/healthz').set('Host', '10.0.0.7:4173').expect(200);
});

test('ready is who reaches the database', async () => {
  await request(appUnderTest().app).get('/readyz').expect(200, 'ready\n');
  const ping = () => Promise.reject(new Error('ECONNREFUSED 10.0.0.9'));
  const { app, logged } = appUnderTest({}, { ping });
  await request(app).get('/readyz').expect(503, 'the database does not answer\n');
  expect(logged()).toContain('ECONNREFUSED 10.0.0.9');
});

test('who stops is not ready', async () => {
  await request(appUnderTest({}, {}, true).app)
    .get('/readyz')
    .expect(503, 'stopping\n');
});

describe('metrics', () => {
  test('count requests by the pattern of their route', async () => {
    const { app } = appUnderTest();
    await request(app).get('/reviews/acme/serving/1');
    await request(app).get('/reviews/acme/other/2');
    await request(app).get('/nowhere/else');
    const { text, headers } = await request(app).get('/metrics').expect(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain(
      'topodiff_request_duration_seconds_count{method="GET",route="/reviews/:owner/:name/:number",status="200"} 2\n',
    );
    expect(text).toContain('_count{method="GET",route="none",status="404"} 1\n');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('acme');
  });

  test('count uploads by their outcome', async () => {
    const { app } = appUnderTest();
    await request(app).post('/api/reports').expect(201);
    await request(app).post('/api/reports?known').expect(200);
    const { text } = await request(app).get('/metrics');
    expect(text.match(/^topodiff_uploads_total.*$/gm)).toEqual([
      'topodiff_uploads_total{outcome="stored"} 1',
      'topodiff_uploads_total{outcome="known"} 1',
      'topodiff_uploads_total{outcome="refused"} 0',
      'topodiff_uploads_total{outcome="failed"} 0',
    ]);
  });

  test.each([
    ['through a proxy', { 'X-Forwarded-For': '203.0.113.9' }],
    ['by another name', { Host: 'topodiff.example.org' }],
  ])('are not there for who comes %s', async (_way, headers) => {
    await request(appUnderTest().app).get('/metrics').set(headers).expect(404);
  });

  test('with a token are for who has it, from anywhere', async () => {
    const { app } = appUnderTest({ TOPODIFF_METRICS_TOKEN: token });
    const ask = (authorization: string) =>
      request(app).get('/metrics').set('X-Forwarded-For', '203.0.113.9').set('Authorization', authorization);
    await ask(`Bearer ${token}`).expect(200);
    await ask(`Bearer ${token}x`).expect(404);
    await request(app).get('/metrics').expect(404);
  });
});
