import type { UpstreamReference } from '@topodiff/schema';

/** The commit of pytorch/serve that topodiff imitates and links to. */
export const upstreamCommit = '62c4d6a1f';

const frontend = 'frontend/server/src/main/java/org/pytorch/serve';
const archive = 'frontend/archive/src/main/java/org/pytorch/serve';

/** Where the short tails that references may use begin. */
const homes: readonly (readonly [start: RegExp, home: string])[] = [
  [/^(?:device|http|job|metrics|snapshot|util|wlm)\//, frontend],
  [/^(?:ModelServer|ServerInitializer)\.java$/, frontend],
  [/^archive\/(?:model|utils)\/\w+\.java$/, archive],
];

/** The path from the root of pytorch/serve for a reference that may name only the file's tail. */
export function upstreamPath({ file }: UpstreamReference): string {
  const home = homes.find(([start]) => start.test(file))?.[1];
  return home === undefined ? file : `${home}/${file}`;
}

/** A link to the pinned lines on GitHub: `…/ModelConfig.java#L286-L288`. */
export function upstreamUrl(reference: UpstreamReference): string {
  const lines = /^(\d+)(?:-(\d+))?$/.exec(reference.lines ?? '');
  const [first, last] = [lines?.[1], lines?.[2]];
  const fragment = first === undefined ? '' : last === undefined ? `#L${first}` : `#L${first}-L${last}`;
  return `https://github.com/pytorch/serve/blob/${upstreamCommit}/${upstreamPath(reference)}${fragment}`;
}
