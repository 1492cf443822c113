/** One kind of request that we send. */
export interface Operation {
  readonly route: string;
  /** What it does, as an infinitive. */
  readonly action: string;
  /** The permission it needs, in the words of a workflow's `permissions:`; null when any token will do. */
  readonly permission: string | null;
  /** A write that may be sent twice: the second does what the first did. */
  readonly isRepeatable?: boolean;
}

/** Every request of this package; nothing else is ever sent. */
export const operations = {
  readPullRequest: {
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    action: 'read the pull request',
    permission: 'pull-requests: read',
  },
  listFiles: {
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
    action: 'list the files of the pull request',
    permission: 'pull-requests: read',
  },
  compareCommits: {
    route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    action: 'find the merge base',
    permission: 'contents: read',
  },
  listCommits: {
    route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    action: 'list the commits',
    permission: 'contents: read',
  },
  listActivities: {
    route: 'GET /repos/{owner}/{repo}/activity',
    action: 'list the pushes to the branch',
    permission: 'contents: read',
  },
  readTree: {
    route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    action: 'list the files of a commit',
    permission: 'contents: read',
  },
  readBlob: {
    route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    action: 'read a file',
    permission: 'contents: read',
  },
  listComments: {
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    action: 'list the comments',
    permission: 'pull-requests: read',
  },
  createComment: {
    route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    action: 'create the comment',
    permission: 'pull-requests: write',
  },
  editComment: {
    route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    action: 'edit the comment',
    permission: 'pull-requests: write',
    isRepeatable: true,
  },
  readViewer: {
    route: 'POST /graphql',
    action: 'ask whose token this is',
    permission: null,
    isRepeatable: true,
  },
  readBlobs: {
    route: 'POST /graphql',
    action: 'read files',
    permission: 'contents: read',
    isRepeatable: true,
  },
  readEdits: {
    route: 'POST /graphql',
    action: 'look up whether comments were edited',
    permission: 'pull-requests: read',
    isRepeatable: true,
  },
  readCoAuthors: {
    route: 'POST /graphql',
    action: 'look up the authors of commits',
    permission: 'contents: read',
    isRepeatable: true,
  },
  readBranch: {
    route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
    action: 'find the tip of the base branch',
    permission: 'contents: read',
  },
  listPullRequests: {
    route: 'GET /repos/{owner}/{repo}/pulls',
    action: 'list the pull requests',
    permission: 'pull-requests: read',
  },
  listReviews: {
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    action: 'list the reviews',
    permission: 'pull-requests: read',
  },
  listReviewComments: {
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments',
    action: 'list the comments of reviews',
    permission: 'pull-requests: read',
  },
  createReview: {
    route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    action: 'suggest fixes in a review',
    permission: 'pull-requests: write',
  },
  readPermission: {
    route: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
    action: 'look up the permission of a user',
    permission: 'metadata: read',
  },
  readRepository: {
    route: 'GET /repos/{owner}/{repo}',
    action: 'look up who may read the repository',
    permission: 'metadata: read',
  },
  readMembership: {
    route: 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
    action: 'look up the members of a team',
    permission: 'members: read',
  },
  createCheckRun: {
    route: 'POST /repos/{owner}/{repo}/check-runs',
    action: 'create the check run',
    permission: 'checks: write',
  },
  updateCheckRun: {
    route: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
    action: 'write the check run',
    permission: 'checks: write',
  },
  listCheckRuns: {
    route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
    action: 'list the check runs',
    permission: 'checks: read',
  },
  listStatuses: {
    route: 'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
    action: 'list the commit statuses',
    permission: 'statuses: read',
  },
  createStatus: {
    route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
    action: 'set the commit status',
    permission: 'statuses: write',
    isRepeatable: true,
  },
} as const satisfies Record<string, Operation>;
