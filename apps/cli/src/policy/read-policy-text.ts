import { loadPolicyReader, type AppliedPolicy, type SourceText } from '@topodiff/report';
import { UserError } from '../user-error.ts';

/**
 * The policy in a text, ready to be asked.
 *
 * @param name how people call the file, for the places of its mistakes
 * @throws UserError that lists every mistake with its place.
 */
export async function readPolicyText(source: SourceText, name: string): Promise<AppliedPolicy> {
  if (source.kind === 'unreadable') throw new UserError(`cannot read the policy ${name}: ${source.detail}`);
  if (source.hasInvalidUtf8 === true) {
    throw new UserError(`cannot read the policy ${name}: it is not UTF-8; save it as UTF-8`);
  }
  const readPolicy = await loadPolicyReader();
  const outcome = await readPolicy(source.text);
  if (outcome.kind === 'policy') return outcome.applied;
  const { problems } = outcome;
  throw new UserError(
    `the policy ${name} has ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}`,
    problems.map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`),
  );
}
