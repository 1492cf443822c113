/**
 * The keys of a JSON value in their order: `null` for a value without keys of its own, `'sorted'` for an object whose
 * keys are not fixed, and for an array the keys of its items.
 */
export type KeyOrder<Value> = Value extends readonly (infer Item)[]
  ? KeyOrder<NonNullable<Item>>
  : Value extends object
    ? string extends keyof Value
      ? 'sorted'
      : { readonly [Key in keyof Value]-?: Distributed<NonNullable<Value[Key]>> }
    : null;

/** A union with scalars in it has no keys unless one of its members is an object. */
type Distributed<Value> = [Extract<Value, object>] extends [never] ? null : KeyOrder<Extract<Value, object>>;

type AnyKeyOrder = null | 'sorted' | { readonly [key: string]: AnyKeyOrder };

/** A copy of a JSON value with its keys in a given order. */
export function orderKeys<Value>(value: Value, order: KeyOrder<Value>): unknown {
  return reorder(value, order);
}

function reorder(value: unknown, order: AnyKeyOrder): unknown {
  if (order === null || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => reorder(item, order));
  const fields = new Map(Object.entries(value));
  const keys = order === 'sorted' ? [...fields.keys()].sort() : Object.keys(order);
  return Object.fromEntries(
    keys.map((key) => [key, reorder(fields.get(key), order === 'sorted' ? null : (order[key] ?? null))]),
  );
}
