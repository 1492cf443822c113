import type { Request } from 'express';
import type { AppParts } from '../app-parts.ts';
import { hashOfRepositoryToken, isRepositoryToken } from './repository-tokens.ts';
import type { VerifyOidcToken, WorkflowClaims } from './verify-oidc-token.ts';

/** What a request of CI may be about. */
export type CiIdentity =
  | { readonly kind: 'oidc'; readonly repositoryId: number; readonly claims: WorkflowClaims }
  | { readonly kind: 'repository-token'; readonly repositoryId: number; readonly name: string };

/** Who sends a request of CI, or why nobody that we know does. */
export type CiResult =
  | { readonly kind: 'known'; readonly identity: CiIdentity }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 503; readonly line: string };

/** Longer than any token of GitHub's. */
const longestToken = 8_000;

/** Who sends a request of CI, by its bearer token. */
export async function identifyCi(
  { store }: Pick<AppParts, 'store'>,
  verifyOidcToken: VerifyOidcToken,
  request: Pick<Request, 'get'>,
): Promise<CiResult> {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (token === undefined || token.length > longestToken) {
    return { kind: 'refused', status: 401, line: 'The request needs a bearer token.' };
  }
  if (!isRepositoryToken(token)) {
    const result = await verifyOidcToken(token);
    if (result.kind === 'refused') return result;
    const { claims } = result;
    return { kind: 'known', identity: { kind: 'oidc', repositoryId: claims.repositoryId, claims } };
  }
  const hash = hashOfRepositoryToken(token);
  const record = hash === null ? null : await store.useRepositoryToken(hash);
  if (record === null) return { kind: 'refused', status: 401, line: 'The token is unknown or was revoked.' };
  const { repositoryId, name } = record;
  return { kind: 'known', identity: { kind: 'repository-token', repositoryId, name } };
}
