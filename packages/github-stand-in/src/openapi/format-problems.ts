import type { ErrorObject } from 'ajv';
import type { Json } from './description.ts';

function valueAt(value: Json, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null
          ? (at as Record<string, unknown>)[key.replaceAll('~1', '/')]
          : undefined, // narrowed above
      value,
    );
}

function formatProblem({ keyword, params, message, instancePath }: ErrorObject, value: Json): string {
  const at = instancePath === '' ? '' : `For '${instancePath.slice(1)}', `;
  const found = valueAt(value, instancePath);
  const shown = JSON.stringify(found)?.slice(0, 80) ?? 'nothing';
  const parameters = params as Readonly<Record<string, unknown>>; // ajv has one shape per keyword
  switch (keyword) {
    case 'required':
      return `${at}"${String(parameters['missingProperty'])}" wasn't supplied.`;
    case 'additionalProperties':
      return `${at}"${String(parameters['additionalProperty'])}" is not a permitted key.`;
    case 'enum':
      return `${at}${shown} is not a member of ${JSON.stringify(parameters['allowedValues'])}.`;
    case 'maxItems':
      return `No more than ${String(parameters['limit'])} items are allowed; ${Array.isArray(found) ? found.length : 0} were supplied.`;
    case 'maxLength':
      return `${at}only ${String(parameters['limit'])} characters are allowed; ${typeof found === 'string' ? found.length : 0} were supplied.`;
    case 'type':
      return `${at}${shown} is not a ${String(parameters['type'])}.`;
    default:
      return `${at}${shown} ${message ?? keyword}.`;
  }
}

/** Says what is wrong with a value, one sentence per problem, in the form of GitHub's own `Invalid request` messages. */
export function formatProblems(errors: readonly ErrorObject[], value: Json): string[] {
  return [...new Set(errors.map((error) => formatProblem(error, value)))];
}
