import type { ObjectStore } from './object-store.ts';

/** A commit and all of its ancestors. */
export function ancestorsOf(store: ObjectStore, sha: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [sha];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(store.readCommit(next)?.parents ?? []));
  }
  return seen;
}

/** The youngest of the common ancestors that no other common ancestor descends from, or undefined when there is none. */
export function findMergeBase(store: ObjectStore, base: string, head: string): string | undefined {
  const ofBase = ancestorsOf(store, base);
  const common = [...ancestorsOf(store, head)].filter((sha) => ofBase.has(sha));
  // A common ancestor above another one has a child that is common too, so direct parents are enough.
  const covered = new Set(common.flatMap((sha) => store.readCommit(sha)?.parents ?? []));
  const timeOf = (sha: string): number => store.readCommit(sha)?.committer.time ?? 0;
  return common.filter((sha) => !covered.has(sha)).sort((a, b) => timeOf(b) - timeOf(a))[0];
}

/** The commits reachable from `head` and not from `base`, each after its parents. */
export function listCommitsBetween(store: ObjectStore, base: string, head: string): string[] {
  const excluded = ancestorsOf(store, base);
  const ordered: string[] = [];
  const stack: { sha: string; ready: boolean }[] = [{ sha: head, ready: false }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (excluded.has(next.sha)) continue;
    if (next.ready) {
      excluded.add(next.sha);
      ordered.push(next.sha);
    } else {
      stack.push({ sha: next.sha, ready: true });
      const parents = store.readCommit(next.sha)?.parents ?? [];
      stack.push(...parents.toReversed().map((sha) => ({ sha, ready: false })));
    }
  }
  return ordered;
}
