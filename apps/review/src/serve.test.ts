import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./testing/stub-service.ts', import.meta.url));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A process of its own: signals and exit codes are a process's. */
async function startProcess() {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  children.push(child);
  const log: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => log.push(chunk));
  const ended = once(child, 'exit').then(([code]) => code as number);
  const [message] = (await once(child, 'message')) as [{ url: string }];
  return { child, url: message.url, ended, log: () => Buffer.concat(log).toString('utf8') };
}

test('a request that runs when SIGTERM comes is finished, then the process exits 0', async () => {
  const { child, url, ended, log } = await startProcess();
  const answer = await fetch(`${url}/slow`);
  child.kill('SIGTERM');
  expect(await answer.text()).toBe('first last');
  expect(await ended).toBe(0);
  const messages = log()
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { msg: string }).msg);
  expect(messages).toEqual([
    'no GitHub credentials: nobody signs in, everything is shown, and only this machine is served',
    'listening',
    'stopping',
    'request',
    'stopped',
  ]);
});

test('while it finishes, it takes no new request', async () => {
  const { child, url, ended } = await startProcess();
  const answer = await fetch(`${url}/slow`);
  child.kill('SIGINT');
  await new Promise((settle) => setTimeout(settle, 200));
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
  expect(await answer.text()).toBe('first last');
  expect(await ended).toBe(0);
});

test('it ends with the parent that started it', async () => {
  const { child, ended } = await startProcess();
  child.disconnect();
  expect(await ended).toBe(0);
});

test('a parent that ends while it starts is a request to stop like any other', async () => {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  children.push(child);
  const ended = once(child, 'exit');
  const stdout = child.stdout as Readable; // a pipe
  const log: Buffer[] = [];
  stdout.on('data', (chunk: Buffer) => log.push(chunk));
  await once(stdout, 'data'); // its first line comes before it listens
  child.disconnect();
  expect(await ended).toEqual([0, null]);
  expect(Buffer.concat(log).toString('utf8')).not.toContain('fatal');
});

test('an exception that nobody catches is logged, and the process exits 1', async () => {
  const { url, ended, log } = await startProcess();
  await expect(fetch(`${url}/breaks`)).rejects.toThrow('fetch failed');
  expect(await ended).toBe(1);
  expect(log()).toContain('"err":{"type":"Error","message":"nobody catches this"');
});
