import { z } from 'zod';

/** What the interface for CI answers; the ids are the names in its description. */
export const answerSchemas = {
  saved: z.strictObject({ revisionId: z.string(), url: z.url() }).meta({ id: 'Saved' }),
  decisions: z
    .strictObject({
      decisions: z.array(
        z.strictObject({
          fingerprint: z.string(),
          verdict: z.enum(['approved', 'rejected']),
          login: z.string(),
          userId: z.int(),
          at: z.iso.datetime(),
          reason: z.string(),
          url: z.url(),
        }),
      ),
    })
    .meta({ id: 'Decisions' }),
  /** One line; it repeats nothing of the request. */
  mistake: z.strictObject({ error: z.string() }).meta({ id: 'Error' }),
} as const;
