import { Router, urlencoded } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import * as z from 'zod';
import { findRepositoryAtGithub } from '../auth/find-repository.ts';
import { identityOf } from '../auth/identity-of.ts';
import { createRepositoryToken } from '../auth/repository-tokens.ts';
import type { AppParts } from '../app-parts.ts';
import { answerLine } from '../requests/answer-line.tsx';
import { checkCsrf } from '../requests/check-csrf.ts';
import { formFields } from '../requests/form-fields.ts';
import type { RepositoryRecord } from '../store/store.ts';
import { pageFrameOf } from '../views/frame/page-frame-of.ts';
import { sendPage } from '../views/send-page.tsx';
import { TokensPage, tokensPath } from '../views/tokens/tokens-page.tsx';

type TokensParts = Pick<AppParts, 'configuration' | 'store' | 'github' | 'fetch'>;

/** Somebody who may manage a repository's tokens now. */
interface Admin {
  readonly login: string;
  readonly repository: RepositoryRecord;
}

type Access =
  | { readonly kind: 'admin'; readonly admin: Admin }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 404; readonly line: string };

/** What became of a form: a token that was made, or a mistake in the form; neither without a form. */
interface Outcome {
  readonly created: string | null;
  readonly mistake: string | null;
  readonly status: 200 | 201 | 422;
}

const mostTokens = 50;
const notFound: Access = { kind: 'refused', status: 404, line: 'There is no such repository.' };
const NameSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{C}]*$/u); // no control and format characters: the name stands in lists and logs

/** Asks GitHub anew each time: who lost the permission a minute ago makes no token. */
async function findAdmin(parts: TokensParts, request: Request, response: Response): Promise<Access> {
  const identity = identityOf(response);
  const fullName = `${String(request.params['owner'])}/${String(request.params['name'])}`;
  if (identity.kind === 'nobody') {
    return { kind: 'refused', status: 401, line: 'Sign in to manage the tokens of a repository.' };
  }
  if (identity.kind === 'local') {
    const repository = await parts.store.findRepository(fullName);
    return repository === null ? notFound : { kind: 'admin', admin: { login: 'local', repository } };
  }
  const repository = await findRepositoryAtGithub(parts, identity, fullName);
  if (repository === null) return notFound;
  const permission = await parts.github.permissionIn(identity, repository);
  if (permission === 'none') return notFound;
  return permission === 'admin'
    ? { kind: 'admin', admin: { login: identity.login, repository } }
    : { kind: 'refused', status: 403, line: 'Only administrators of the repository manage its tokens.' };
}

async function sendTokens(
  { store }: TokensParts,
  { repository }: Admin,
  request: Request,
  response: Response,
  { created, mistake, status }: Outcome,
): Promise<void> {
  const { id, fullName } = repository;
  const tokens = await store.listRepositoryTokens(id);
  const frame = {
    ...pageFrameOf(request, response, `Tokens of ${fullName}`),
    returnTo: tokensPath(fullName),
  };
  sendPage(
    response,
    <TokensPage frame={frame} fullName={fullName} tokens={tokens} created={created} mistake={mistake} />,
    status,
  );
}

async function createForRepository(
  parts: TokensParts,
  admin: Admin,
  request: Request,
  response: Response,
): Promise<void> {
  const { login, repository } = admin;
  const name = NameSchema.safeParse(formFields(request.body)['name']);
  const tokens = await parts.store.listRepositoryTokens(repository.id);
  if (!name.success || tokens.length >= mostTokens) {
    const mistake = name.success
      ? 'The repository has as many tokens as it can have. Revoke one first.'
      : 'The name has 1 to 100 characters on one line.';
    await sendTokens(parts, admin, request, response, { created: null, mistake, status: 422 });
    return;
  }
  const { token, hash } = createRepositoryToken();
  const record = await parts.store.addRepositoryToken(repository, name.data, hash);
  await parts.store.writeAudit({
    actor: login,
    action: 'token-created',
    repositoryId: repository.id,
    detail: { id: record.id, name: record.name },
  });
  await sendTokens(parts, admin, request, response, { created: token, mistake: null, status: 201 });
}

async function revoke(
  parts: TokensParts,
  { login, repository }: Admin,
  request: Request,
  response: Response,
): Promise<void> {
  const id = String(request.params['id']);
  const isId = /^[\w-]{1,64}$/.test(id);
  if (!isId || !(await parts.store.revokeRepositoryToken(repository.id, id))) {
    answerLine(request, response, 404, 'There is no such token.');
    return;
  }
  const entry = { actor: login, action: 'token-revoked', repositoryId: repository.id, detail: { id } };
  await parts.store.writeAudit(entry);
  response.redirect(303, tokensPath(repository.fullName));
}

/** A repository's upload tokens, for its administrators. Comes after `identify` and `provideCsrf`. */
export function createTokensRouter(parts: TokensParts): Router {
  const router = Router();
  const withAdmin =
    (handle: (admin: Admin, request: Request, response: Response) => Promise<void>): RequestHandler =>
    async (request, response) => {
      const access = await findAdmin(parts, request, response);
      if (access.kind === 'admin') await handle(access.admin, request, response);
      else answerLine(request, response, access.status, access.line);
    };
  const form = [urlencoded({ extended: false, limit: '10kb' }), checkCsrf];
  const path = '/repositories/:owner/:name/tokens';
  router.get(
    path,
    withAdmin((admin, request, response) =>
      sendTokens(parts, admin, request, response, { created: null, mistake: null, status: 200 }),
    ),
  );
  router.post(
    path,
    ...form,
    withAdmin((...arrived) => createForRepository(parts, ...arrived)),
  );
  router.post(
    `${path}/:id/revoke`,
    ...form,
    withAdmin((...arrived) => revoke(parts, ...arrived)),
  );
  return router;
}
