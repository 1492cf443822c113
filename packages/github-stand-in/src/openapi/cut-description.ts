import { isJsonObject, readAt } from './description.ts';
import type { Json, JsonObject, Operation } from './description.ts';

/** Keys that say nothing about which requests and answers fit. */
const wordy: ReadonlySet<string> = new Set([
  'deprecated',
  'description',
  'example',
  'examples',
  'externalDocs',
  'operationId',
  'summary',
  'tags',
  'title',
]);
/** The one extension that is needed: a path parameter that may hold slashes. */
const keptExtension = 'x-multi-segment';
/** Keys whose value is a map from names to nodes, so that a property named `description` stays. */
const nameMaps: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'schemas',
  'responses',
  'content',
]);

function strip(node: Json, isNameMap = false): Json {
  if (Array.isArray(node)) return node.map((item: Json) => strip(item));
  if (!isJsonObject(node)) return node;
  const kept = Object.entries(node).filter(
    ([key]) => isNameMap || key === keptExtension || !(wordy.has(key) || key.startsWith('x-')),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, strip(value, !isNameMap && nameMaps.has(key))]));
}

function listReferences(node: Json): string[] {
  if (Array.isArray(node)) return node.flatMap((item: Json) => listReferences(item));
  if (!isJsonObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : listReferences(value),
  );
}

function collectComponents(description: JsonObject, nodes: Json): Map<string, Json> {
  const found = new Map<string, Json>();
  const waiting = listReferences(nodes);
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    if (found.has(reference)) continue;
    const node = readAt(description, ...reference.replace(/^#\//, '').split('/'));
    if (node === undefined) throw new Error(`The description has no ${reference}`);
    const stripped = strip(node);
    found.set(reference, stripped);
    waiting.push(...listReferences(stripped));
  }
  return found;
}

/**
 * The part of an OpenAPI 3.0 description that the operations need: paths, the components they reach, and no prose.
 *
 * @param origin - what to write into `info` about where the description comes from
 * @throws Error when an operation or a component is not in the description
 */
export function cutDescription(
  description: JsonObject,
  operations: readonly Operation[],
  origin: JsonObject,
): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { method, path } of operations) {
    const operation = readAt(description, 'paths', path, method.toLowerCase());
    if (operation === undefined) throw new Error(`The description has no ${method} ${path}`);
    paths[path] = { ...paths[path], [method.toLowerCase()]: strip(operation) };
  }
  const components: Record<string, Record<string, Json>> = {};
  const sorted = [...collectComponents(description, paths)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [reference, node] of sorted) {
    const [, , kind = '', name = ''] = reference.split('/');
    components[kind] = { ...components[kind], [name]: node };
  }
  return { openapi: description['openapi'] ?? null, info: origin, paths, components };
}
