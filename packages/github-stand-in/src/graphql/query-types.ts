import { isBinary } from '../git/is-binary.ts';
import { findInTree } from '../git/list-tree.ts';
import type { Json } from '../openapi/description.ts';
import type { Limits } from '../limits.ts';
import { authorize, isVisible } from '../server/authorize.ts';
import { parseSignature, type Signature } from '../git/commit.ts';
import type { Comment } from '../state/comment.ts';
import type { GitHubState } from '../state/git-hub-state.ts';
import type { Repository } from '../state/repository.ts';
import type { RateBudget } from '../state/rate-budget.ts';
import type { Token } from '../state/token.ts';
import { nodeId } from '../views/urls.ts';

/** Who asks, and about what. */
export interface QueryContext {
  readonly state: GitHubState;
  readonly limits: Limits;
  readonly token: Token;
  readonly budget: RateBudget;
}

/** An object of GitHub's graph: its type and its fields, computed when asked for. */
export interface GraphNode {
  readonly type: string;
  readonly fields: Readonly<Record<string, (args: Readonly<Record<string, Json>>) => GraphValue>>;
}

/** What a field may come to: a list holds objects only. */
export type GraphValue = Json | GraphNode | readonly GraphNode[];

/** Whether a value is a node, whose fields are selected, or JSON as it stands. */
export function isGraphNode(value: GraphValue): value is GraphNode {
  return (
    typeof value === 'object' && value !== null && 'fields' in value && typeof value['type'] === 'string'
  );
}

/** Whether a value is a list of objects; no scalar of the known part is a list. */
export function isGraphList(value: GraphValue): value is readonly GraphNode[] {
  return Array.isArray(value);
}

/** An answer that GitHub gives as an error beside the data. */
export class GraphError extends Error {
  readonly type: 'NOT_FOUND' | 'FORBIDDEN';

  constructor(type: GraphError['type'], message: string) {
    super(message);
    this.name = 'GraphError';
    this.type = type;
  }
}

interface FieldDefinition {
  /** The type of the answer; null for a scalar. */
  readonly node: string | null;
  /** Type of each argument as GitHub's schema writes it. */
  readonly args?: Readonly<Record<string, string>>;
}

const scalar: FieldDefinition = { node: null };

/** The types and fields that the stand-in knows, a small part of GitHub's schema. */
export const graphTypes: Readonly<Record<string, Readonly<Record<string, FieldDefinition>>>> = {
  Query: {
    viewer: { node: 'User' },
    repository: { node: 'Repository', args: { owner: 'String!', name: 'String!' } },
    rateLimit: { node: 'RateLimit' },
    node: { node: 'Node', args: { id: 'ID!' } },
  },
  Node: { id: scalar },
  IssueComment: {
    id: scalar,
    databaseId: scalar,
    createdAt: scalar,
    lastEditedAt: scalar,
    includesCreatedEdit: scalar,
  },
  User: { login: scalar, databaseId: scalar },
  RateLimit: {
    cost: scalar,
    limit: scalar,
    nodeCount: scalar,
    remaining: scalar,
    resetAt: scalar,
    used: scalar,
  },
  Repository: {
    databaseId: scalar,
    nameWithOwner: scalar,
    object: { node: 'GitObject', args: { oid: 'GitObjectID', expression: 'String' } },
  },
  GitObject: { oid: scalar },
  Blob: { oid: scalar, byteSize: scalar, isBinary: scalar, isTruncated: scalar, text: scalar },
  Tree: { oid: scalar },
  Commit: { oid: scalar, authors: { node: 'GitActorConnection', args: { first: 'Int' } } },
  GitActorConnection: { totalCount: scalar, nodes: { node: 'GitActor' } },
  GitActor: { name: scalar, email: scalar, user: { node: 'User' } },
  Tag: { oid: scalar },
};

/** Which types `... on` may narrow an interface to. */
export const graphInterfaces: Readonly<Record<string, readonly string[]>> = {
  GitObject: ['Blob', 'Commit', 'Tag', 'Tree'],
  Node: ['IssueComment'],
};

function describeBlob(limits: Limits, oid: string, content: Buffer): GraphNode {
  const binary = isBinary(content);
  return {
    type: 'Blob',
    fields: {
      oid: () => oid,
      byteSize: () => content.length,
      isBinary: () => binary,
      isTruncated: () => content.length > limits.graphqlTextBytes,
      text: () => (binary ? null : content.subarray(0, limits.graphqlTextBytes).toString('utf8')),
    },
  };
}

/** `sha`, a ref, or `revision:path` with links as they are, like `git rev-parse`. */
function resolveExpression(repository: Repository, expression: string): string | undefined {
  const colon = expression.indexOf(':');
  const sha = repository.resolve(colon === -1 ? expression : expression.slice(0, colon));
  if (colon === -1 || sha === undefined) return sha;
  const tree = repository.store.readCommit(sha)?.tree ?? sha;
  return findInTree(repository.store, tree, expression.slice(colon + 1))?.sha;
}

function describeObject(
  { limits }: QueryContext,
  repository: Repository,
  args: Readonly<Record<string, Json>>,
) {
  const { oid, expression } = args;
  const sha =
    typeof oid === 'string'
      ? oid
      : typeof expression === 'string'
        ? resolveExpression(repository, expression)
        : undefined;
  const object = sha === undefined ? undefined : repository.store.read(sha);
  if (sha === undefined || object === undefined) return null;
  if (object.kind === 'blob') return describeBlob(limits, sha, object.content);
  if (object.kind === 'commit') return describeCommitNode(repository, sha);
  const type = { tag: 'Tag', tree: 'Tree' }[object.kind];
  return { type, fields: { oid: () => sha } };
}

/** Author and co-authors of a commit, each once; `first` is 1 when it is not given, and GitHub gives 100 at most. */
function describeCommitNode(repository: Repository, sha: string): GraphNode {
  return {
    type: 'Commit',
    fields: {
      oid: () => sha,
      authors: ({ first }) => {
        const commit = repository.store.readCommit(sha);
        const named = [...(commit?.message ?? '').matchAll(/^co-authored-by: (.*<.*>)$/gim)].map(
          ([, text = '']) => parseSignature(`${text} 0 +0000`),
        );
        const all = commit === undefined ? [] : [commit.author, ...named];
        const authors = [...new Map(all.map((author) => [author.email, author])).values()];
        const count = Math.min(typeof first === 'number' ? first : 1, 100);
        return {
          type: 'GitActorConnection',
          fields: {
            totalCount: () => authors.length,
            nodes: () => authors.slice(0, count).map((author) => describeActor(repository, author)),
          },
        };
      },
    },
  };
}

function describeActor(repository: Repository, author: Signature): GraphNode {
  return {
    type: 'GitActor',
    fields: {
      name: () => author.name,
      email: () => author.email,
      user: () => {
        const account = repository.accountOf(author);
        if (account === null) return null;
        return { type: 'User', fields: { login: () => account.login, databaseId: () => account.id } };
      },
    },
  };
}

/** @throws GraphError for an id of nothing, or of something that the token may not see */
function describeNode({ state, token }: QueryContext, id: string): GraphNode {
  const missing = new GraphError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
  for (const repository of state.repositories) {
    for (const pullRequest of repository.pullRequests) {
      const comment = pullRequest.comments.find((candidate) => nodeId('IssueComment', candidate.id) === id);
      if (comment === undefined) continue;
      if (!isVisible(token, repository)) throw missing;
      try {
        authorize(token, repository, true, [{ issues: 'read' }, { pull_requests: 'read' }]);
      } catch {
        throw new GraphError('FORBIDDEN', 'Resource not accessible by integration');
      }
      return describeIssueComment(id, comment);
    }
  }
  throw missing;
}

function describeIssueComment(id: string, { id: databaseId, createdAt, lastEditedAt }: Comment): GraphNode {
  return {
    type: 'IssueComment',
    fields: {
      id: () => id,
      databaseId: () => databaseId,
      createdAt: () => createdAt,
      lastEditedAt: () => lastEditedAt,
      includesCreatedEdit: () => lastEditedAt !== null,
    },
  };
}

function describeRepositoryNode(context: QueryContext, owner: string, name: string): GraphNode {
  const repository = context.state.repository(`${owner}/${name}`);
  if (repository === undefined || !isVisible(context.token, repository)) {
    throw new GraphError('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  }
  return {
    type: 'Repository',
    fields: {
      databaseId: () => repository.id,
      nameWithOwner: () => repository.fullName,
      object: (args) => {
        try {
          authorize(context.token, repository, true, [{ contents: 'read' }]);
        } catch {
          throw new GraphError('FORBIDDEN', 'Resource not accessible by integration');
        }
        return describeObject(context, repository, args);
      },
    },
  };
}

/** The root of the graph for one query. */
export function describeQuery(context: QueryContext): GraphNode {
  const { account } = context.token;
  const { budget } = context;
  return {
    type: 'Query',
    fields: {
      // Other than for the authors of comments, GitHub keeps the `[bot]` of a bot that asks for itself.
      viewer: () => ({
        type: 'User',
        fields: { login: () => account.login, databaseId: () => account.id },
      }),
      node: ({ id }) => describeNode(context, id as string), // checked: ID!
      repository: ({ owner, name }) => describeRepositoryNode(context, owner as string, name as string), // checked: String!
      rateLimit: () => ({
        type: 'RateLimit',
        fields: {
          cost: () => 1,
          limit: () => budget.limit,
          nodeCount: () => 0,
          remaining: () => budget.remaining,
          resetAt: () => new Date(budget.resetsAtSeconds * 1000).toISOString().replace('.000Z', 'Z'),
          used: () => budget.used,
        },
      }),
    },
  };
}
