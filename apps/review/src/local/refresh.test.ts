import express from 'express';
import { once } from 'node:events';
import { request as send, type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRefresh } from './refresh.ts';

test.each(['//evil.example?refresh=1', '/\\evil.example?refresh=1', '/\\/evil.example?refresh=1&a=b'])(
  'from %s it leads to a page of this site',
  async (path) => {
    const refresh = createRefresh({ load: () => Promise.resolve() });
    const app = express().use(refresh(() => undefined));
    const server = createServer(app as RequestListener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo; // it listens on a port
      const sent = send({ port, path }).end();
      const [response] = (await once(sent, 'response')) as [{ headers: { location?: string } }];
      expect(response.headers.location).toMatch(/^\/evil\.example/);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  },
);
