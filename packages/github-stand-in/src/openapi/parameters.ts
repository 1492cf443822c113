import { isJsonObject, readAt } from './description.ts';
import type { Json, JsonObject, Operation } from './description.ts';

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  /** `path`, `query` or `header`. */
  readonly in: string;
  readonly required: boolean;
  readonly schema: JsonObject;
  /** Whether a path parameter may hold slashes, by GitHub's own mark. */
  readonly isMultiSegment: boolean;
}

/** The node itself, or the component that it refers to. */
export function followReference(description: JsonObject, node: Json | undefined): Json | undefined {
  const reference = readAt(node, '$ref');
  return typeof reference === 'string' ? readAt(description, ...reference.slice(2).split('/')) : node;
}

/** @throws Error when the description has no such operation */
export function requireOperation(description: JsonObject, { method, path }: Operation): JsonObject {
  const described = readAt(description, 'paths', path, method.toLowerCase());
  if (!isJsonObject(described)) throw new Error(`The description has no ${method} ${path}`);
  return described;
}

/** The parameters of an operation in the description. @throws Error when there is no such operation */
export function listParameters(description: JsonObject, operation: Operation): Parameter[] {
  const listed = requireOperation(description, operation)['parameters'];
  if (!Array.isArray(listed)) return [];
  return listed.map((item: Json) => {
    const node = followReference(description, item);
    const name = readAt(node, 'name');
    const place = readAt(node, 'in');
    const schema = readAt(node, 'schema');
    if (typeof name !== 'string' || typeof place !== 'string' || !isJsonObject(schema)) {
      throw new Error(`The description has a parameter of another form: ${JSON.stringify(node)}`);
    }
    return {
      name,
      in: place,
      required: readAt(node, 'required') === true,
      schema,
      isMultiSegment: readAt(node, 'x-multi-segment') === true,
    };
  });
}
