import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../openapi/description.ts';
import { answerJson } from './answer.ts';
import type { Answer } from './answer.ts';
import { secondaryRateLimitBody } from './secondary-rate-limit.ts';

/** Something to go wrong, or to happen, with the next requests that match. */
export interface Fault {
  /** Compared with `METHOD path`, the path without its query: a text as a whole, or a pattern. */
  readonly on: string | RegExp;
  /** How many requests; 1 when not given. */
  readonly times?: number;
  /** Milliseconds to wait first. */
  readonly delay?: number;
  /** Runs before the request is handled, for what others do at that moment. */
  readonly before?: () => void | Promise<void>;
  /** What to answer in place of the real answer; `hang-up` closes the connection. */
  readonly answer?: FaultAnswer | 'hang-up';
  /** The request takes effect all the same, and only its answer is lost. */
  readonly afterEffect?: boolean;
}

/** What a fault answers in place of the stand-in. */
export interface FaultAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json;
}

/** 502 as GitHub's front sends it when its back does not answer. */
export function badGateway(): FaultAnswer {
  return { status: 502, body: { message: 'Server Error' } };
}

/** 403 for too many requests at once. @param options - `retryAfter` in seconds; without it the header is missing */
export function secondaryRateLimit({ retryAfter }: { retryAfter?: number } = {}): FaultAnswer {
  return {
    status: 403,
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    body: secondaryRateLimitBody,
  };
}

/** 422 as GitHub answers what it takes for abuse: too many comments in a row, or too many in one review. */
export function abuse(): FaultAnswer {
  return {
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [
        {
          resource: 'IssueComment',
          code: 'unprocessable',
          field: 'data',
          message: 'was submitted too quickly',
        },
      ],
      documentation_url: 'https://docs.github.com/rest',
      status: '422',
    },
  };
}

/** What is left to go wrong, in the order in which it was injected. */
export class FaultQueue {
  readonly #pending: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  get size(): number {
    return this.#pending.reduce((sum, { left }) => sum + left, 0);
  }

  /** The first fault for a request, used up by it. */
  take(method: string, path: string): Fault | null {
    const subject = `${method} ${path}`;
    const at = this.#pending.findIndex(({ fault: { on } }) =>
      typeof on === 'string' ? on === subject : subject.search(on) !== -1,
    );
    const found = this.#pending[at];
    if (found === undefined) return null;
    found.left -= 1;
    if (found.left === 0) this.#pending.splice(at, 1);
    return found.fault;
  }
}

/** Handles a request with a fault on it. `hang-up` means that nothing is to be answered. */
export async function applyFault(
  fault: Fault | null,
  handle: () => Answer | Promise<Answer>,
): Promise<Answer | 'hang-up'> {
  if (fault?.delay !== undefined) await sleep(fault.delay);
  await fault?.before?.();
  if (fault?.answer === undefined) return handle();
  if (fault.afterEffect === true) await handle();
  if (fault.answer === 'hang-up') return 'hang-up';
  return answerJson(fault.answer.body, fault.answer.status, fault.answer.headers);
}
