import type { AllowedRequest, RouteRequest } from './route.ts';

const defaultPageSize = 30;
const largestPageSize = 100;

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** A `link` header when there is more than one page. */
  readonly headers: Readonly<Record<string, string>>;
}

function readNumber(text: string | null, fallback: number): number {
  const number = Number(text ?? fallback);
  return Number.isInteger(number) && number >= 1 ? number : fallback;
}

/**
 * Cuts the page that the query asks for: `per_page` is 30, and 100 at most whatever is asked. Links of a repository's lists
 * go to `/repositories/{id}/…`, as GitHub's do.
 */
export function paginate<T>(
  request: AllowedRequest<unknown> & Partial<Pick<RouteRequest<unknown>, 'repository'>>,
  all: readonly T[],
): Page<T> {
  const { query, path, urls, repository } = request;
  const size = Math.min(readNumber(query.get('per_page'), defaultPageSize), largestPageSize);
  const page = readNumber(query.get('page'), 1);
  const lastPage = Math.max(1, Math.ceil(all.length / size));
  const linkPath =
    repository === undefined
      ? path
      : `/repositories/${repository.id}${path.slice(`/repos/${repository.fullName}`.length)}`;
  const link = (to: number, relation: string): string => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(to));
    return `<${urls.api}${linkPath}?${parameters.toString()}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, lastPage), 'prev')] : []),
    ...(page < lastPage ? [link(page + 1, 'next'), link(lastPage, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}
