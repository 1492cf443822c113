/** JSON as it is read from a file or a request. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of JSON; what it lacks is undefined. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value has fields: neither a list nor null has. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One operation by its method in capitals and its path as the OpenAPI description writes it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
}

/** The value at the keys of a JSON tree, or undefined. */
export function readAt(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>((at, key) => (isJsonObject(at) ? at[key] : undefined), value);
}
