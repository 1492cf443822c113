import type { ReviewQuery } from '../../store/store.ts';

/** The filters of the list as they stand in the URL. */
export type ReviewFilters = Omit<ReviewQuery, 'after' | 'limit'>;

/** The choices of the filters, in the order of the page. */
export const severities = ['error', 'warning', 'info'] as const;
export const approvalStates = ['not-needed', 'pending', 'approved', 'rejected'] as const;
export const conclusions = ['failure', 'success', 'neutral'] as const;

const longestText = 200;

/** Reads the filters; what the page does not offer is left out, so that a wrong URL shows more and not an error. */
export function readReviewFilters(query: Readonly<Record<string, unknown>>): ReviewFilters {
  const search = textOf(query['search']);
  const repository = textOf(query['repository']);
  const severity = severities.find((one) => one === query['severity']);
  const approval = approvalStates.find((one) => one === query['approval']);
  const conclusion = conclusions.find((one) => one === query['conclusion']);
  return {
    ...(search === '' ? {} : { search }),
    ...(repository === '' ? {} : { repository }),
    ...(severity === undefined ? {} : { severity }),
    ...(approval === undefined ? {} : { approval }),
    ...(conclusion === undefined ? {} : { conclusion }),
  };
}

/** The list's address with its filters, and behind a row when there is one. */
export function reviewsHref(filters: ReviewFilters, after: string | null = null): string {
  const parameters = new URLSearchParams(
    Object.entries({ ...filters, ...(after === null ? {} : { after }) }),
  );
  const text = parameters.toString();
  return text === '' ? '/reviews' : `/reviews?${text}`;
}

/** One text of a query, trimmed and bounded; a parameter that is given twice counts for nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, longestText) : '';
}
