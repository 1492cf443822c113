import type { Json } from '../openapi/description.ts';
import type { Fault } from './faults.ts';

/** A request that arrived, for assertions. */
export interface LoggedRequest {
  readonly method: string;
  /** Decoded, without the query, and with owner and name also where the client followed a link to `/repositories/{id}`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** JSON, text that is no JSON, or undefined for no body. */
  readonly body: Json | undefined;
  /** Lower-case names; `authorization` without the token. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null while it is being answered, and when the connection was closed instead. */
  status: number | null;
  /** Who the token acts as, null without a valid one. */
  login: string | null;
  /** The injected fault that it met. */
  readonly fault: Fault | null;
}
