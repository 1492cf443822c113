import type { Json } from '../openapi/description.ts';

/** An answer as a client sees it. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A request to send; GET without a body when not given. */
export interface Sent {
  readonly method?: string;
  /** Path and query, or a whole address. */
  readonly to: string;
  readonly token?: string;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one request and reads the answer to its end. */
export async function send(
  baseUrl: string,
  { method = 'GET', to, token, body, headers }: Sent,
): Promise<Received> {
  const response = await fetch(new URL(to, baseUrl), {
    method,
    headers: {
      'user-agent': 'test',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The parts of a JSON answer, for exact comparison: `pick(answer, 'status', 'files.0.filename')`. */
export function pick({ text }: Pick<Received, 'text'>, ...paths: readonly string[]): unknown[] {
  const root = JSON.parse(text) as unknown; // any JSON
  return paths.map((path) =>
    path
      .split('.')
      .filter((key) => key !== '')
      .reduce<unknown>(
        (at, key) =>
          typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined, // narrowed above
        root,
      ),
  );
}

/** What each item of a list answer has at the paths. */
export function pickEach({ text }: Pick<Received, 'text'>, ...paths: readonly string[]): unknown[][] {
  return (JSON.parse(text) as Json[]).map((item) => pick({ text: JSON.stringify(item) }, ...paths)); // a list, or the test fails
}

/** An answer cut down to one part of its JSON. */
export function partOf(answer: Received, path: string): Received {
  return { ...answer, text: JSON.stringify(pick(answer, path)[0]) };
}
