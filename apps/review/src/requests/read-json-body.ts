import type { Request } from 'express';

/** What reading a body gives: JSON, or why there is none. */
export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 415; readonly line: string };

type Refused = Extract<JsonBody, { readonly kind: 'refused' }>;

function refuseByHeaders(request: Request, limit: number): Refused | null {
  if (request.is('application/json') === false) {
    return { kind: 'refused', status: 415, line: 'The body has to be application/json.' };
  }
  const encoding = request.get('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    // A few compressed kilobytes can be gigabytes of text.
    return { kind: 'refused', status: 415, line: 'The body must not be compressed.' };
  }
  return Number(request.get('content-length') ?? 0) > limit ? tooLarge(limit) : null;
}

function tooLarge(limit: number): Refused {
  return {
    kind: 'refused',
    status: 413,
    line: `The body is larger than ${Math.floor(limit / 1_000_000)} MB.`,
  };
}

/** The bytes; null when there are more than the limit: then reading stopped there. */
function readBytes(request: Request, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (): void => {
      request.off('data', take).off('end', finish).off('error', fail).off('close', leave);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      stop();
      request.pause();
      resolve(null);
    };
    const finish = (): void => {
      stop();
      resolve(Buffer.concat(chunks));
    };
    const fail = (error: Error): void => {
      stop();
      reject(error);
    };
    const leave = (): void => fail(new Error('The client went away while it was sending'));
    request.on('data', take).on('end', finish).on('error', fail).on('close', leave);
  });
}

function parse(bytes: Buffer): JsonBody {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'refused', status: 400, line: 'The body is no JSON in UTF-8.' };
  }
}

/**
 * Reads a JSON body of at most `limit` bytes. Express's parser answers a body that is too large only after reading all
 * of it; this one leaves it where it is.
 */
export async function readJsonBody(request: Request, limit: number): Promise<JsonBody> {
  const refused = refuseByHeaders(request, limit);
  if (refused !== null) return refused;
  const bytes = await readBytes(request, limit);
  return bytes === null ? tooLarge(limit) : parse(bytes);
}
