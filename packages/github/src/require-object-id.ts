/**
 * A Git object's id as it may stand in a query.
 *
 * @throws Error for anything else: GitHub names objects by nothing else, and nothing else may end a text of the query
 */
export function requireObjectId(text: string): string {
  if (!/^[0-9a-f]{40,64}$/.test(text)) throw new Error('GitHub names an object by something that is no id');
  return text;
}
