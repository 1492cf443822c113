import { isJsonObject } from './description.ts';
import type { Json, JsonObject } from './description.ts';

function allowNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const widened = { ...schema, type: [type, 'null'] };
  return Array.isArray(values) ? { ...widened, enum: [...(values as readonly Json[]), null] } : widened; // Array.isArray loses the element type
}

/** Rewrites OpenAPI 3.0's `nullable: true` into JSON Schema, everywhere in the tree. */
export function rewriteNullable(node: Json): Json {
  if (Array.isArray(node)) return node.map((item: Json) => rewriteNullable(item));
  if (!isJsonObject(node)) return node;
  const { nullable, ...rest } = node;
  const rewritten = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, rewriteNullable(value)]),
  );
  if (nullable === true) return allowNull(rewritten);
  return nullable === undefined || nullable === false
    ? rewritten
    : { ...rewritten, nullable: rewriteNullable(nullable) };
}

/**
 * Forbids properties that an object schema does not list, unless it says itself what it thinks of them. GitHub ignores
 * such properties, so a misspelt one would go unnoticed. References stay as they are: request bodies have none.
 */
export function closeObjects(node: Json): Json {
  if (Array.isArray(node)) return node.map((item: Json) => closeObjects(item));
  if (!isJsonObject(node)) return node;
  const closed = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closeObjects(value)]));
  const isObjectSchema = node['type'] === 'object' && isJsonObject(node['properties']);
  return isObjectSchema && node['additionalProperties'] === undefined
    ? { ...closed, additionalProperties: false }
    : closed;
}
