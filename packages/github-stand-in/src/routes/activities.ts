import { answerJson } from '../server/answer.ts';
import { defineRoute } from '../server/route.ts';
import { describeAccount } from '../views/describe-account.ts';
import { nodeId } from '../views/urls.ts';

const defaultPageSize = 30;
const largestPageSize = 100;

/** Newest first. Pages have no numbers: a link holds the id of the last one that was shown. */
export const listActivities = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/activity',
  accepts: [{ contents: 'read' }],
  answer: ({ urls, repository, query }) => {
    const ref = query.get('ref');
    const size = Math.min(Number(query.get('per_page') ?? defaultPageSize), largestPageSize);
    const after = Number(query.get('after') ?? Infinity);
    const all = repository.activities
      .filter((activity) => ref === null || activity.ref === ref || activity.ref === `refs/heads/${ref}`)
      .toReversed()
      .filter(({ id }) => id < after);
    const shown = all.slice(0, size);
    const next = new URLSearchParams(query);
    next.set('after', String(shown.at(-1)?.id ?? 0));
    const link = `<${urls.api}/repositories/${repository.id}/activity?${next.toString()}>; rel="next"`;
    return answerJson(
      shown.map((activity) => ({
        id: activity.id,
        node_id: nodeId('Push', activity.id),
        before: activity.before,
        after: activity.after,
        ref: activity.ref,
        timestamp: activity.at,
        activity_type: activity.type,
        actor: describeAccount(urls, activity.actor),
      })),
      200,
      all.length > shown.length ? { link } : {},
    );
  },
});
