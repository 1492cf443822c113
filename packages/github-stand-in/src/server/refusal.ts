import type { Json } from '../openapi/description.ts';
import { answerJson } from './answer.ts';
import type { Answer } from './answer.ts';

const generalDocumentation = 'https://docs.github.com/rest';

interface RefusalDetails {
  readonly errors?: readonly Json[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The page that the answer names. */
  readonly documentation?: string;
}

/** Thrown while a request is handled to answer it with an error. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(
    status: number,
    message: string,
    { errors, headers = {}, documentation = generalDocumentation }: RefusalDetails = {},
  ) {
    super(message);
    this.name = 'Refusal';
    const body = {
      message,
      ...(errors === undefined ? {} : { errors }),
      documentation_url: documentation,
      status: String(status),
    };
    this.answer = answerJson(body, status, headers);
  }
}

/** 404 in GitHub's words: also for what the token may not see. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

/** 422 as the endpoints of reviews answer it: what is wrong is one sentence. */
export function unprocessable(...problems: readonly string[]): Refusal {
  const last = problems.length > 2 ? ', and ' : ' and ';
  const all = [problems.slice(0, -1).join(', '), problems.at(-1) ?? ''].filter((part) => part !== '');
  return new Refusal(422, 'Unprocessable Entity', { errors: [all.join(last)] });
}

/** 422 with the list of what is wrong, as GitHub answers when a field holds a value that it does not take. */
export function validationFailed(...errors: readonly Json[]): Refusal {
  return new Refusal(422, 'Validation Failed', { errors });
}
