import { isJsonObject, readAt } from './description.ts';
import type { Json, JsonObject } from './description.ts';

/** Properties of components that GitHub answers with null although its description does not say so. */
const nullableProperties: readonly { readonly schema: string; readonly property: string }[] = [
  // A comment whose lines the head does not have any more.
  { schema: 'pull-request-review-comment', property: 'line' },
  { schema: 'pull-request-review-comment', property: 'position' },
];

function replaceAt(node: JsonObject, [key, ...rest]: readonly string[], value: Json): JsonObject {
  if (key === undefined) return node;
  const inner = node[key];
  return { ...node, [key]: rest.length > 0 && isJsonObject(inner) ? replaceAt(inner, rest, value) : value };
}

/**
 * The description with what is known to be wrong in it mended.
 *
 * @throws Error when a mistake is not there (any more), so that a new version of the description gets looked at
 */
export function correctDescription(description: JsonObject): JsonObject {
  return nullableProperties.reduce((corrected, { schema, property }) => {
    const path = ['components', 'schemas', schema, 'properties', property];
    const node = readAt(corrected, ...path);
    if (!isJsonObject(node) || node['nullable'] === true) {
      throw new Error(`The description's ${schema}.${property} is not as it was: ${JSON.stringify(node)}`);
    }
    return replaceAt(corrected, path, { ...node, nullable: true });
  }, description);
}
