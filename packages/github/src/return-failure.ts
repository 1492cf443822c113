import { GithubError, type ExternalError } from './external-error.ts';

/** A request to GitHub failed: how the public functions of this package say it. */
export interface Failure {
  readonly kind: 'failed';
  readonly error: ExternalError;
}

/** The outcome of `work`; a GithubError that it throws is returned, and every other error is ours. */
export async function returnFailure<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | Failure> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GithubError) return { kind: 'failed', error: error.externalError };
    throw error;
  }
}
