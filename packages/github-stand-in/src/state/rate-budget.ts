const windowLength = 60 * 60 * 1000;

/** The primary rate limit of one token and resource: so many requests in each hour. Times are milliseconds since 1970. */
export class RateBudget {
  readonly limit: number;
  #used = 0;
  #resetsAt = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Counts a request; false when the hour's requests were used up before it. */
  spend(now: number): boolean {
    if (now >= this.#resetsAt) {
      this.#used = 0;
      this.#resetsAt = now + windowLength;
    }
    if (this.#used >= this.limit) return false;
    this.#used += 1;
    return true;
  }

  get used(): number {
    return this.#used;
  }

  get remaining(): number {
    return this.limit - this.#used;
  }

  /** Seconds since 1970, as `x-ratelimit-reset` has it. */
  get resetsAtSeconds(): number {
    return Math.ceil(this.#resetsAt / 1000);
  }
}
