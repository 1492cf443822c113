import { isObject, unexpectedAnswer } from './call-github.ts';
import type { Operation } from './operations.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The object at `path` of an answer.
 *
 * @throws GithubError when there is none: GitHub's answers are checked where they are read, not believed.
 */
export function objectAt(operation: Operation, answer: unknown, ...path: readonly string[]): Fields {
  let value = answer;
  for (const name of path) value = isObject(value) ? value[name] : undefined;
  if (!isObject(value)) throw unexpectedAnswer(operation, path.join('.') || 'object');
  return value;
}

/** @throws GithubError when the field is not a text. */
export function textField(operation: Operation, fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw unexpectedAnswer(operation, name);
  return value;
}

/** @throws GithubError when the answer is not a list of objects. */
export function objectList(operation: Operation, answer: unknown, name: string): readonly Fields[] {
  if (!Array.isArray(answer)) throw unexpectedAnswer(operation, name);
  return answer.map((item: unknown) => {
    if (!isObject(item)) throw unexpectedAnswer(operation, name);
    return item;
  });
}
