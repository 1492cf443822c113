import { Refusal } from './refusal.ts';
import type { MediaFormat } from './route.ts';

const plain: ReadonlySet<string> = new Set(['*/*', 'application/*', 'application/json']);

/**
 * The format that an `Accept` header asks for, of those that a route has.
 *
 * @throws Refusal 415 when the route has none of them: GitHub has more formats than the stand-in
 */
export function readFormat(accept: string | undefined, formats: readonly MediaFormat[]): MediaFormat {
  const types = (accept ?? '*/*').split(',').map((type) => type.split(';')[0]?.trim() ?? '');
  for (const type of types) {
    if (plain.has(type)) return 'json';
    const match = /^application\/vnd\.github(?:\.v3)?(?:\.(\w+))?(?:\+json)?$/.exec(type);
    const format = match === null ? undefined : formats.find((known) => known === (match[1] ?? 'json'));
    if (format !== undefined) return format;
  }
  throw new Refusal(415, `Unsupported 'Accept' header: '${accept ?? ''}'. Must accept 'application/json'.`);
}
