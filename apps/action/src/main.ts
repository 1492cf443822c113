import { readFile } from 'node:fs/promises';
import { decodeUtf8 } from '@topodiff/schema';
import { createActionsRuntime } from './actions-runtime.ts';
import { run } from './run.ts';

const runtime = createActionsRuntime(process.env);
try {
  await run(runtime, {
    connect: async (token) => {
      // Loading it takes as long as everything else together.
      const { connectGithub } = await import('./connect-github.ts');
      return connectGithub(token, process.env);
    },
    decode: (base64) => decodeUtf8(Buffer.from(base64, 'base64')),
    loadText: (path) => readFile(path, 'utf8').catch(() => null),
    now: () => new Date(),
  });
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  runtime.fail(`internal error, please report it: ${message}`);
  runtime.logDetail(stack ?? message);
}
