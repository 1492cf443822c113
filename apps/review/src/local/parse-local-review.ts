import { z } from 'zod';
import type { LocalReview } from '../configuration.ts';

const localReviewSchema = z.object({
  command: z.array(z.string()).min(1),
  folder: z.string(),
  repository: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  number: z.int().min(0),
  title: z.string(),
  author: z.string(),
  baseRef: z.string(),
  headRef: z.string(),
}) satisfies z.ZodType<LocalReview>;

/** Reads what `topodiff review` passes on; null for anything else. */
export function parseLocalReview(text: string): LocalReview | null {
  try {
    return localReviewSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // no JSON
  }
}
