import { isJsonObject } from '../openapi/description.ts';
import type { Json, JsonObject } from '../openapi/description.ts';
import { checkQuery } from './check-query.ts';
import { QueryError } from './document.ts';
import type { Field, QueryDocument, Selection } from './document.ts';
import { parseQuery } from './parse-query.ts';
import { describeQuery, GraphError, graphInterfaces, isGraphList, isGraphNode } from './query-types.ts';
import type { GraphNode, QueryContext } from './query-types.ts';

/** An answer to send, and what was wrong with the query itself. */
export interface QueryAnswer {
  readonly body: JsonObject;
  readonly problems: readonly string[];
}

interface Execution {
  readonly document: QueryDocument;
  readonly variables: Readonly<Record<string, Json>>;
  readonly errors: Json[];
}

function flatten(selections: readonly Selection[], type: string, document: QueryDocument): readonly Field[] {
  return selections.flatMap((selection): readonly Field[] => {
    if (selection.kind === 'field') return [selection];
    const typed = selection.kind === 'typed' ? selection : document.fragments.get(selection.fragment);
    if (typed === undefined) return [];
    // On the interface itself everything applies; of its types only the one that the object is of.
    const applies = typed.type === type || (graphInterfaces[typed.type] ?? []).includes(type);
    return applies ? flatten(typed.selections, type, document) : [];
  });
}

function answerNode(
  node: GraphNode,
  selections: readonly Selection[],
  execution: Execution,
  path: readonly string[],
): Json {
  const answered = new Map<string, Json>();
  for (const field of flatten(selections, node.type, execution.document)) {
    answered.set(field.key, answerField(node, field, execution, [...path, field.key]));
  }
  return Object.fromEntries(answered);
}

function answerField(node: GraphNode, field: Field, execution: Execution, path: readonly string[]): Json {
  if (field.name === '__typename') return node.type;
  const args = Object.fromEntries(
    [...field.args].map(([name, value]): [string, Json] => [
      name,
      'variable' in value ? (execution.variables[value.variable] ?? null) : value.literal,
    ]),
  );
  try {
    const value = node.fields[field.name]?.(args) ?? null;
    if (isGraphList(value)) {
      return value.map((item, index) =>
        answerNode(item, field.selections, execution, [...path, String(index)]),
      );
    }
    return isGraphNode(value) ? answerNode(value, field.selections, execution, path) : value;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    execution.errors.push({
      type: error.type,
      path: [...path],
      locations: [{ ...field.position }],
      message: error.message,
    });
    return null;
  }
}

function refuse(problems: readonly QueryError[]): QueryAnswer {
  return {
    body: {
      errors: problems.map(({ message, position, extensions }) => ({
        message,
        locations: [{ ...position }],
        extensions: { ...extensions },
      })),
    },
    problems: problems.map(({ message, position }) => `${message} at ${position.line}:${position.column}`),
  };
}

/** Answers the body of a `POST /graphql`. Errors are in the body: GitHub answers 200 with them. */
export function answerQuery(context: QueryContext, body: Json): QueryAnswer {
  const query = isJsonObject(body) ? body['query'] : undefined;
  const given = isJsonObject(body) ? body['variables'] : undefined;
  const variables = isJsonObject(given) ? given : {};
  if (typeof query !== 'string') {
    return refuse([
      new QueryError('A query attribute must be specified and must be a string.', { line: 1, column: 1 }),
    ]);
  }
  try {
    const document = parseQuery(query);
    const problems = checkQuery(document, variables);
    if (problems.length > 0) return refuse(problems);
    const execution: Execution = { document, variables, errors: [] };
    const data = answerNode(describeQuery(context), document.selections, execution, []);
    return {
      body: execution.errors.length === 0 ? { data } : { data, errors: execution.errors },
      problems: [],
    };
  } catch (error) {
    if (error instanceof QueryError) return refuse([error]);
    throw error;
  }
}
