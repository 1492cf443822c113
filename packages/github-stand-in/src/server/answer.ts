import type { Json } from '../openapi/description.ts';

/** What the stand-in sends. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, bytes of another media type, or undefined for no body. */
  readonly body: Json | Buffer | undefined;
}

/** An answer with a body of JSON. */
export function answerJson(body: Json, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}

/** 204: done, and nothing to say. */
export function answerNothing(): Answer {
  return { status: 204, headers: {}, body: undefined };
}

/** Bytes as the raw media type asks for them. */
export function answerRaw(content: Buffer): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
    body: content,
  };
}
