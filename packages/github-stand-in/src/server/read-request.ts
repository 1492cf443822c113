import type { IncomingMessage } from 'node:http';
import { isJsonObject } from '../openapi/description.ts';
import type { Json } from '../openapi/description.ts';
import { Refusal } from './refusal.ts';

/** A request as it arrived. */
export interface ArrivedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Reads a request to its end. */
export async function readRequest(message: IncomingMessage, baseUrl: string): Promise<ArrivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer); // no encoding is set, so chunks are buffers
  const headers = Object.entries(message.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  return {
    method: message.method ?? 'GET',
    url: new URL(message.url ?? '/', baseUrl),
    headers: Object.fromEntries(headers),
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

/** The body as JSON, undefined without one. @throws Refusal 400 for anything that is no JSON object */
export function parseBody(text: string): Json | undefined {
  if (text === '') return undefined;
  let body: Json;
  try {
    body = JSON.parse(text) as Json; // JSON.parse gives nothing else
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
  if (!isJsonObject(body)) throw new Refusal(400, 'Body should be a JSON object');
  return body;
}

/** The body for the request log: JSON where it is some, else the text. */
export function bodyForLog(text: string): Json | undefined {
  try {
    return parseBody(text);
  } catch {
    return text;
  }
}
