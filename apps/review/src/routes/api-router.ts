import { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { identifyCi } from '../auth/identify-ci.ts';
import type { CiIdentity } from '../auth/identify-ci.ts';
import { localPerson } from '../auth/local-person.ts';
import { createVerifyOidcToken } from '../auth/verify-oidc-token.ts';
import type { AppParts } from '../app-parts.ts';
import { answerLine } from '../requests/answer-line.tsx';
import { readJsonBody } from '../requests/read-json-body.ts';
import { uploadLimits } from '../requests/upload-limits.ts';
import { readUpload } from '../requests/upload-schema.ts';
import type { Upload } from '../requests/upload-schema.ts';
import { standingDecisions } from '../store/standing-decisions.ts';
import type { RepositoryRecord } from '../store/store.ts';

type ApiParts = Pick<AppParts, 'configuration' | 'store' | 'fetch' | 'now' | 'logger'>;

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

async function repositoryOf({ store }: ApiParts, id: number): Promise<RepositoryRecord | null> {
  const [repository] = await store.listRepositories(new Set([id]));
  return repository ?? null;
}

/**
 * Whether a repository's token may upload under a name. The number authorises, but pages are found by the name: a token
 * of one repository must not take another one's. GitHub vouches for the name in its own tokens, nobody in this one.
 */
async function isNameOf(parts: ApiParts, { id, fullName }: RepositoryRecord): Promise<boolean> {
  const known = await repositoryOf(parts, id);
  if (known !== null) return isSameName(known.fullName, fullName);
  const other = await parts.store.findRepository(fullName);
  return other === null || other.id === id;
}

/** Why somebody may not upload this, on one line; null when he may. */
async function findObjection(
  parts: ApiParts,
  identity: CiIdentity,
  { repository, pullRequest, run }: Upload,
): Promise<string | null> {
  if (identity.repositoryId !== repository.id) return 'The token is for another repository.';
  if (identity.kind === 'oidc') {
    const { claims } = identity;
    if (!isSameName(claims.repository, repository.fullName)) return 'The token is for another repository.';
    if (claims.pullRequest !== pullRequest.number) {
      return 'The token is not of a run on the merge commit of this pull request.';
    }
    // The newest run is what is shown: who may choose its number would be shown for ever.
    const isOfRun = claims.run === null || (claims.run.id === run.id && claims.run.attempt === run.attempt);
    return isOfRun ? null : 'The token is of another run.';
  }
  if (await isNameOf(parts, repository)) return null;
  return 'The token knows its repository by another name. After a rename, make a new token.';
}

function actorOf(identity: CiIdentity): string {
  return identity.kind === 'oidc'
    ? `oidc:${identity.claims.repository}`
    : `repository-token:${identity.name}`;
}

/** Identifies CI before anything of a body is read, so that nobody else can make us read one. */
function createWithCi(parts: ApiParts) {
  const verifyOidcToken = createVerifyOidcToken(parts);
  return (
      handle: (identity: CiIdentity, request: Request, response: Response) => Promise<void>,
    ): RequestHandler =>
    async (request, response) => {
      const result = await identifyCi(parts, verifyOidcToken, request);
      if (result.kind === 'known') {
        await handle(result.identity, request, response);
        return;
      }
      parts.logger.info({ reason: result.line }, 'refused a request of CI');
      if (result.status === 401) response.set('www-authenticate', 'Bearer');
      answerLine(request, response, result.status, result.line);
    };
}

async function upload(
  parts: ApiParts,
  identity: CiIdentity,
  request: Request,
  response: Response,
): Promise<void> {
  const { configuration, store, logger } = parts;
  const body = await readJsonBody(request, uploadLimits.bodyBytes);
  if (body.kind === 'refused') {
    answerLine(request, response, body.status, body.line);
    return;
  }
  const read = await readUpload(body.value, configuration.github.serverUrl);
  if (read.kind === 'refused') {
    answerLine(request, response, 422, read.line);
    return;
  }
  const { repository, pullRequest } = read.upload;
  const actor = actorOf(identity);
  const objection = await findObjection(parts, identity, read.upload);
  if (objection !== null) {
    logger.warn({ actor, reason: objection }, 'refused an upload');
    const { repositoryId } = identity; // his own: what he named is not his to write about
    await store.writeAudit({ actor, action: 'upload-refused', repositoryId, detail: { reason: objection } });
    answerLine(request, response, 403, objection);
    return;
  }
  const { kind, revisionId } = await store.saveReport({ ...read.upload, uploadedBy: identity.kind, actor });
  const url = `${configuration.publicUrl}/reviews/${repository.fullName}/${pullRequest.number}`;
  response
    .status(kind === 'stored' ? 201 : 200)
    .json({ revisionId, url: `${url}?revision=${encodeURIComponent(revisionId)}` });
}

function readNumber(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

async function listDecisions(
  parts: ApiParts,
  identity: CiIdentity,
  request: Request,
  response: Response,
): Promise<void> {
  const id = readNumber(request.params['id']);
  const number = readNumber(request.params['number']);
  if (id === null || number === null || number > uploadLimits.integer) {
    answerLine(request, response, 404, 'There is no such pull request.');
    return;
  }
  if (id !== identity.repositoryId) {
    answerLine(request, response, 403, 'The token is for another repository.');
    return;
  }
  const repository = await repositoryOf(parts, id);
  const given = await parts.store.listDecisions(id, number);
  // What somebody without an account decided is nobody's word at GitHub.
  const decisions = standingDecisions(given.filter(({ userId }) => userId !== localPerson.userId));
  const url = `${parts.configuration.publicUrl}/reviews/${repository?.fullName ?? ''}/${number}`;
  response.json({
    decisions: decisions.map(({ fingerprint, verdict, login, userId, createdAt, reason }) => ({
      fingerprint,
      verdict,
      login,
      userId,
      at: createdAt.toISOString(),
      reason,
      url,
    })),
  });
}

/**
 * What CI sends and asks, with a token of GitHub Actions (one per request) or a repository's token. Comes before the
 * parsers of bodies: it reads its own, after it knows who sends it.
 */
export function createApiRouter(parts: ApiParts): Router {
  const router = Router();
  const withCi = createWithCi(parts);
  router.post(
    '/api/reports',
    withCi((...arrived) => upload(parts, ...arrived)),
  );
  router.get(
    '/api/repositories/:id/pull-requests/:number/decisions',
    withCi((...arrived) => listDecisions(parts, ...arrived)),
  );
  return router;
}
