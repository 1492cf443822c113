/** Which run a comment comes from. It decides which of two runs is newer, and nothing else. */
export interface ReviewRun {
  /** Commit that was reviewed. */
  readonly headSha: string;
  /** The workflow run's number, growing from run to run in a repository; 0 outside of a workflow. */
  readonly runId: number;
  /** 1 for the first attempt of a run. */
  readonly attempt: number;
  /** When the run began, ISO 8601 in UTC. Compared only within one attempt. */
  readonly startedAt: string;
}

/** The hidden first line of our comment: whose key it is and which run wrote it. */
export function formatCommentMarker(key: string, run: ReviewRun): string {
  const { headSha, runId, attempt, startedAt } = run;
  return `${markerStart(key)} head=${headSha} run=${runId}-${attempt} at=${startedAt} -->`;
}

/** What the marker of a comment says; null when the comment does not begin with a marker of `key`. */
export function parseCommentMarker(
  key: string,
  body: string,
): { readonly run: ReviewRun; readonly visibleBody: string } | null {
  const start = markerStart(key);
  if (!body.startsWith(`${start} `)) return null;
  const end = body.indexOf('-->');
  if (end === -1) return null;
  const fields = new Map(
    body
      .slice(start.length, end)
      .trim()
      .split(' ')
      .map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)]),
  );
  const [runId = 0, attempt = 0] = (fields.get('run') ?? '')
    .split('-')
    .map((number) => (/^\d{1,15}$/.test(number) ? Number(number) : 0));
  return {
    run: { headSha: fields.get('head') ?? '', runId, attempt, startedAt: fields.get('at') ?? '' },
    visibleBody: body.slice(end + '-->'.length),
  };
}

/** Negative when `a` is older than `b`, positive when it is newer, 0 when they are the same. */
export function compareRuns(a: ReviewRun, b: ReviewRun): number {
  if (a.runId !== b.runId) return a.runId - b.runId;
  if (a.attempt !== b.attempt) return a.attempt - b.attempt;
  return a.startedAt === b.startedAt ? 0 : a.startedAt < b.startedAt ? -1 : 1;
}

/** The key is percent-encoded, so that none can end the HTML comment or hold a space. */
function markerStart(key: string): string {
  return `<!-- topodiff:v1 key=${encodeURIComponent(key).replaceAll('-', '%2D')}`;
}
