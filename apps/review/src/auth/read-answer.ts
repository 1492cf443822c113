import type * as z from 'zod';
import type { GithubAnswer } from './ask-github.ts';
import { GithubFailure } from './github-failure.ts';

/**
 * The value of an answer of 200; null for another status.
 *
 * @throws GithubFailure when there is no answer, or not the one that GitHub documents
 */
export function readAnswer<Value>(answer: GithubAnswer, schema: z.ZodType<Value>): Value | null {
  if (answer.kind === 'failure') throw new GithubFailure(answer.failure, answer.reason);
  if (answer.status !== 200) return null;
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return parsed.data;
  throw new GithubFailure('unavailable', 'GitHub answered something that is not understood.');
}
