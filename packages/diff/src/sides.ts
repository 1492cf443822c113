/** One thing on both sides of a comparison. */
export interface Sides<T> {
  readonly base: T;
  readonly head: T;
}
