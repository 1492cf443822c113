import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { isJsonObject, readAt } from './description.ts';
import type { Json, JsonObject, Operation } from './description.ts';
import { formatProblems } from './format-problems.ts';
import { followReference, listParameters, requireOperation } from './parameters.ts';
import type { Parameter } from './parameters.ts';
import { closeObjects, rewriteNullable } from './rewrite-schemas.ts';

/** A request as the description sees it. */
export interface CheckedRequest {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Undefined when there was no body. */
  readonly body: Json | undefined;
}

/** Paths and queries carry text; the description wants numbers and booleans. */
function readText(text: string, schema: JsonObject): Json {
  const { type } = schema;
  if (type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** Checks requests and answers against an OpenAPI description; schemas are compiled when first needed. */
export class ExchangeChecker {
  readonly #description: JsonObject;
  readonly #ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  readonly #validators = new Map<JsonObject, ValidateFunction>();
  readonly #requestSchemas = new Map<Json, JsonObject>();

  constructor(description: JsonObject) {
    addFormats.default(this.#ajv);
    this.#description = description;
    const components = rewriteNullable(readAt(description, 'components') ?? {});
    this.#ajv.addSchema({ $id: 'description', components });
  }

  /** What is wrong with a request, in GitHub's words where it has some; empty when it fits. */
  checkRequest({ operation, params, query, body }: CheckedRequest): string[] {
    const described = requireOperation(this.#description, operation);
    const parameters = listParameters(this.#description, operation);
    return [
      ...parameters.flatMap((parameter) => this.#checkParameter(parameter, params, query)),
      ...[...query.keys()]
        .filter(
          (name) => !parameters.some((parameter) => parameter.in === 'query' && parameter.name === name),
        )
        .map((name) => `"${name}" is not a permitted query parameter.`),
      ...this.#checkRequestBody(described, body),
    ];
  }

  /** What is wrong with an answer; empty when it fits. Errors without a schema need only be JSON errors. */
  checkAnswer(operation: Operation, status: number, mediaType: string, body: Json | undefined): string[] {
    const listed = followReference(
      this.#description,
      readAt(requireOperation(this.#description, operation), 'responses', String(status)),
    );
    if (listed === undefined && status < 400) return [`The description lists no answer ${status}.`];
    const content = readAt(listed, 'content');
    if (listed !== undefined && content === undefined && status < 400) {
      return body === undefined ? [] : [`The description lists answer ${status} without a body.`];
    }
    const schema =
      readAt(content, mediaType, 'schema') ??
      readAt(content, 'application/json', 'schema') ??
      ({ $ref: '#/components/schemas/basic-error' } as const);
    return isJsonObject(schema) ? this.#validate(schema, body ?? null) : [];
  }

  #checkParameter(
    { name, in: place, required, schema }: Parameter,
    params: Readonly<Record<string, string>>,
    query: URLSearchParams,
  ): string[] {
    const text = place === 'path' ? params[name] : query.get(name);
    if (text === undefined || text === null) return required ? [`"${name}" wasn't supplied.`] : [];
    return this.#validate(schema, readText(text, schema)).map((problem) => `For '${name}', ${problem}`);
  }

  #checkRequestBody(operation: JsonObject, body: Json | undefined): string[] {
    const described = followReference(this.#description, operation['requestBody']);
    if (described === undefined) return body === undefined ? [] : ['A body is not permitted.'];
    if (body === undefined) return readAt(described, 'required') === true ? ["A body wasn't supplied."] : [];
    const schema = readAt(described, 'content', 'application/json', 'schema');
    if (!isJsonObject(schema)) return [];
    const closed = this.#requestSchemas.get(schema) ?? closeObjects(schema);
    if (!isJsonObject(closed)) return [];
    this.#requestSchemas.set(schema, closed);
    return this.#validate(closed, body);
  }

  #validate(schema: JsonObject, value: Json): string[] {
    const validator = this.#validators.get(schema) ?? this.#compile(schema);
    this.#validators.set(schema, validator);
    return validator(value) ? [] : formatProblems((validator.errors ?? []) as readonly ErrorObject[], value); // ajv types errors loosely
  }

  /** References of the description are fragments; under ajv they need the id of the schema that has the components. */
  #compile(schema: JsonObject): ValidateFunction {
    const text = JSON.stringify(rewriteNullable(schema)).replaceAll('"$ref":"#/', '"$ref":"description#/');
    return this.#ajv.compile(JSON.parse(text) as JsonObject); // what was stringified was an object
  }
}

let gitHubDescription: JsonObject | undefined;
let gitHubChecker: ExchangeChecker | undefined;

/** The committed part of GitHub's description, read when first asked for. */
export function loadGitHubDescription(): JsonObject {
  const file = new URL('../../openapi/github-subset.json', import.meta.url);
  gitHubDescription ??= JSON.parse(readFileSync(file, 'utf8')) as JsonObject; // our own file
  return gitHubDescription;
}

/** The checker for it, with its compiled schemas shared by all stand-ins of the process. */
export function loadGitHubChecker(): ExchangeChecker {
  gitHubChecker ??= new ExchangeChecker(loadGitHubDescription());
  return gitHubChecker;
}
