import { isBinary } from '../git/is-binary.ts';
import { findInTree } from '../git/list-tree.ts';
import type { Json } from '../openapi/description.ts';
import type { Limits } from '../limits.ts';
import { authorize, isVisible } from '../server/authorize.ts';
import type { GitHubState } from '../state/git-hub-state.ts';
import type { Repository } from '../state/repository.ts';
import type { RateBudget } from '../state/rate-budget.ts';
import type { Token } from '../state/token.ts';

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
  readonly fields: Readonly<Record<string, (args: Readonly<Record<string, Json>>) => Json | GraphNode>>;
}

export function isGraphNode(value: Json | GraphNode): value is GraphNode {
  return typeof value === 'object' && value !== null && 'fields' in value && typeof value.type === 'string';
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
  Commit: { oid: scalar },
  Tag: { oid: scalar },
};

/** Which types `... on` may narrow an interface to. */
export const graphInterfaces: Readonly<Record<string, readonly string[]>> = {
  GitObject: ['Blob', 'Commit', 'Tag', 'Tree'],
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
  const type = { commit: 'Commit', tag: 'Tag', tree: 'Tree' }[object.kind];
  return { type, fields: { oid: () => sha } };
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
