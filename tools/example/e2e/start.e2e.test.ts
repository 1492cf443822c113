import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Runs `npm start` without its build to its end. */
async function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { stdout, stderr, exitCode };
}

test.each([[['--once']], [[]]])('without a terminal, %j prints all and ends', async (args) => {
  const { stdout, stderr, exitCode } = await start(...args);
  expect(stderr).toBe('');
  const titles = [...stdout.matchAll(/^── (.*?) ─+$/gm)].map(([, title]) => title);
  expect(titles).toEqual([
    'The comment on the pull request (Markdown)',
    'The log of the step: annotations as workflow commands',
    'The outputs of the step',
    'The end',
    'The dashboard',
  ]);
  expect(stdout).toMatch(/It shows the pull request on a page of \d{4,} characters\./);
  expect(exitCode).toBe(0);
});

test('a port that is taken is one line', async () => {
  const other = createServer().on('error', () => undefined); // somebody else may have it: that is as good
  other.listen(4173, '127.0.0.1');
  const { stderr, exitCode } = await start('--serve');
  other.close();
  expect(stderr).toBe('npm start: port 4173 is taken; stop what listens there, or choose another port\n');
  expect(exitCode).toBe(2);
});

test('an option that is none is one line', async () => {
  expect(await start('--help')).toEqual({
    stdout: '',
    stderr: 'usage: npm start [-- --serve | --once]\n',
    exitCode: 2,
  });
});
