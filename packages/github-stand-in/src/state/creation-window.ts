const windowLength = 60 * 1000;

/** How many requests that create content each account made within the last minute. Times are milliseconds since 1970. */
export class CreationWindow {
  readonly #times = new Map<number, number[]>();

  /**
   * Counts a request. Returns 0 when it may pass, else the seconds to wait; one that may not pass is not counted.
   *
   * @param limit - requests within a minute
   */
  spend(accountId: number, now: number, limit: number): number {
    const recent = (this.#times.get(accountId) ?? []).filter((time) => time > now - windowLength);
    this.#times.set(accountId, recent);
    const oldest = recent[0];
    if (oldest !== undefined && recent.length >= limit) {
      return Math.ceil((oldest + windowLength - now) / 1000);
    }
    recent.push(now);
    return 0;
  }
}
