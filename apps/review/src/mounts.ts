import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { AppParts } from './app-parts.ts';

/** Answers with a line: as JSON under `/api/`, else as a page. */
export type AnswerLine = (request: Request, response: Response, status: number, line: string) => void;

/** What the app puts between its frame and its error answers. */
export interface Mounts {
  /** Before anybody is known: the guard of origins, then the limits of rates. */
  readonly guards: readonly RequestHandler[];
  /** Says who sends the request, and what a write needs. */
  readonly identity: readonly RequestHandler[];
  /** One per page or interface, each with full paths. */
  readonly routers: readonly RequestHandler[];
  readonly answerLine: AnswerLine;
  /** Behind the routes: they answer what routes throw on purpose, and pass on the rest. */
  readonly errorHandlers: readonly ErrorRequestHandler[];
  /** What ends a request for a page; what ends one under `/api/` is a line. Null: that is a line, too. */
  readonly errorPages: ErrorPages | null;
}

/** The last two handlers of the app: for what no route answers, and for what a route threw. */
export interface ErrorPages {
  readonly notFound: RequestHandler;
  readonly onError: ErrorRequestHandler;
}

/** Makes what the app is put together from; tests give their own. */
export type CreateMounts = (parts: AppParts) => Mounts;
