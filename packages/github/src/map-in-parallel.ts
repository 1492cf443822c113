/** `Promise.all` of `convert` over `items`, with at most `limit` under way; results in the order of `items`. */
export async function mapInParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  convert: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  const work = async () => {
    for (const [index, item] of rest) results[index] = await convert(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}
