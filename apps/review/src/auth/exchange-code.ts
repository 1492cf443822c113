import * as z from 'zod';
import type { AppParts } from '../app-parts.ts';
import { askGithub, githubHeaders } from './ask-github.ts';

/** Who signed in at GitHub, with his token. */
export interface SignedIn {
  readonly login: string;
  readonly userId: number;
  readonly token: string;
  /** Seconds; null when the token has no end. */
  readonly tokenLifetime: number | null;
}

/** `line` is fit for an answer: it repeats nothing that GitHub or the browser sent. */
export type ExchangeResult =
  | { readonly kind: 'signed-in'; readonly user: SignedIn }
  | { readonly kind: 'refused'; readonly status: 400 | 502; readonly line: string };

type ExchangeParts = Pick<AppParts, 'configuration' | 'fetch'>;

const timeoutMs = 10_000;
const UserSchema = z.object({ id: z.int().positive(), login: z.string().min(1).max(100) });
const TokenSchema = z.object({
  access_token: z.string().min(1).max(1_000),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().optional(),
});

const noAnswer = { kind: 'refused', status: 502, line: 'GitHub could not be asked. Try again.' } as const;
const codeRefused = {
  kind: 'refused',
  status: 400,
  line: 'GitHub does not accept this sign-in. Start again.',
} as const;

async function postCode(
  { configuration, fetch }: ExchangeParts,
  parameters: Readonly<Record<string, string>>,
): Promise<unknown> {
  try {
    const response = await fetch(`${configuration.github.serverUrl}/login/oauth/access_token`, {
      method: 'POST',
      headers: { ...githubHeaders, accept: 'application/json' },
      body: new URLSearchParams(parameters),
      redirect: 'error', // the client's secret goes to GitHub only
      signal: AbortSignal.timeout(timeoutMs),
    });
    return response.ok ? ((await response.json()) as unknown) : null;
  } catch {
    return null;
  }
}

/** Exchanges the code of GitHub's callback for a token, and asks whose it is. */
export async function exchangeCode(
  parts: ExchangeParts,
  code: string,
  { verifier, redirectUri }: { readonly verifier: string; readonly redirectUri: string },
): Promise<ExchangeResult> {
  const { oauth } = parts.configuration;
  if (oauth === null) return codeRefused;
  const answer = await postCode(parts, {
    client_id: oauth.clientId,
    client_secret: oauth.clientSecret,
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  if (answer === null) return noAnswer;
  const token = TokenSchema.safeParse(answer); // GitHub answers a refused code with 200 and `error`
  if (!token.success) return codeRefused;
  const account = await askGithub(parts, { token: token.data.access_token }, '/user');
  const user = UserSchema.safeParse(account.kind === 'answer' ? account.body : null);
  if (!user.success) return noAnswer;
  return {
    kind: 'signed-in',
    user: {
      login: user.data.login,
      userId: user.data.id,
      token: token.data.access_token,
      tokenLifetime: token.data.expires_in ?? null,
    },
  };
}
