import { readFile } from 'node:fs/promises';
import { decodeUtf8 } from '@topodiff/schema';
import { pauseBetweenWritesMs, spaceWrites } from '@topodiff/github';
import { createActionsRuntime } from './actions-runtime.ts';
import { run } from './run.ts';

/** `TOPODIFF_WRITE_PAUSE_MS` shortens the pause where a server has no secondary rate limits, as Enterprise Servers do. */
function readWritePause({ TOPODIFF_WRITE_PAUSE_MS: given }: NodeJS.ProcessEnv): number {
  return given !== undefined && /^\d{1,6}$/.test(given) ? Number(given) : pauseBetweenWritesMs;
}

const runtime = createActionsRuntime(process.env);
try {
  await run(runtime, {
    connect: async (token) => {
      // Loading it takes as long as everything else together.
      const { connectGithub } = await import('./connect-github.ts');
      return spaceWrites(connectGithub(token, process.env), Date.now, readWritePause(process.env));
    },
    connectService: async (options) => {
      const { connectReviewService } = await import('./connect-review-service.ts');
      return connectReviewService(options);
    },
    decode: (base64) => decodeUtf8(Buffer.from(base64, 'base64')),
    loadText: (path) => readFile(path, 'utf8').catch(() => null),
    now: () => new Date(),
  });
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  runtime.fail(`internal error, please report it: ${message}`);
  runtime.logDetail(stack ?? message);
  runtime.writeOutput('conclusion', 'failure');
}
