import { Readable } from 'node:stream';
import { readAtMost } from './read-at-most.ts';

test('joins the parts of a stream', async () => {
  const stream = Readable.from([Buffer.from('min'), Buffer.from('Workers')]);
  expect(Buffer.from(await readAtMost(stream, 10)).toString()).toBe('minWorkers');
});

test('stops reading a stream that never ends', async () => {
  function* endless() {
    for (;;) yield Buffer.alloc(4);
  }
  expect((await readAtMost(Readable.from(endless()), 10)).byteLength).toBe(12);
});
