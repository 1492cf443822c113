/** One kind of request that we send. */
export interface Operation {
  readonly route: string;
  /** What it does, as an infinitive. */
  readonly action: string;
  /** The permission it needs, in the words of a workflow's `permissions:`; null when any token will do. */
  readonly permission: string | null;
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
  },
  readViewer: {
    route: 'POST /graphql',
    action: 'ask whose token this is',
    permission: null,
  },
} as const satisfies Record<string, Operation>;
