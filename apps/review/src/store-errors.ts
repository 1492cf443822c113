import { redactText } from './redact.ts';
import { StartError } from './start-error.ts';
import { NewerStoreError } from './store/migrate.ts';
import { MissingStoreError, UnreachableStoreError } from './store/open-store.ts';
import { RestoreError } from './store/restore-store.ts';
import { StoreLockedError } from './store/store-locked-error.ts';

/**
 * Makes a line of what an operator can mend: a folder in use, a file that is no backup, a server that refuses. What else
 * fails is a fault of ours, and keeps its stack.
 *
 * @throws StartError
 */
export async function explainStoreErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const line = operatorErrors.some((kind) => error instanceof kind)
      ? (error as Error).message
      : (lineOfCode(error) ?? lineOfConnection(error));
    if (line === null) throw error;
    throw new StartError(line, { cause: error });
  }
}

const operatorErrors = [StoreLockedError, MissingStoreError, NewerStoreError, RestoreError];

/** Errors of the system and of PostgreSQL have a code, maybe below another one; ours have none. */
function lineOfCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (!('code' in error) || typeof error.code !== 'string') return lineOfCode(error.cause);
  // A host with several addresses fails with one error for each, and says nothing itself.
  const reason = error.message === '' ? error.code : redactText(error.message);
  return `The store cannot be used: ${reason}`;
}

/** What the driver says itself, as of a server without TLS or a missing password, has no code. */
function lineOfConnection(error: unknown): string | null {
  if (!(error instanceof UnreachableStoreError) || !(error.cause instanceof Error)) return null;
  return `The store cannot be used: ${redactText(error.cause.message)}`;
}
