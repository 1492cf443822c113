/** GitHub gave no answer that tells who may do what, so that nobody may. */
export class GithubFailure extends Error {
  /** `refused`: it does not take the user's token any more; `unavailable`: it did not answer, or not in a usable way. */
  readonly kind: 'refused' | 'unavailable';

  constructor(kind: GithubFailure['kind'], message: string) {
    super(message);
    this.name = 'GithubFailure';
    this.kind = kind;
  }
}
