import type { GitHubStandIn } from '@topodiff/github-stand-in';

/** The settings of a service at `url` whose GitHub, OIDC issuer and sign-in are the stand-in. */
export function serviceMode(
  gitHub: GitHubStandIn,
  url: string,
  dataFolder: string,
): Readonly<Record<string, string>> {
  const { clientId, clientSecret } = gitHub.addOAuthClient({ callbackUrl: `${url}/sign-in/callback` });
  return {
    TOPODIFF_PORT: new URL(url).port,
    TOPODIFF_PUBLIC_URL: url,
    TOPODIFF_DATA_FOLDER: dataFolder,
    TOPODIFF_GITHUB_URL: gitHub.baseUrl,
    TOPODIFF_GITHUB_API_URL: gitHub.baseUrl,
    TOPODIFF_GITHUB_CLIENT_ID: clientId,
    TOPODIFF_GITHUB_CLIENT_SECRET: clientSecret,
    TOPODIFF_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    TOPODIFF_OIDC_ISSUER: gitHub.actionsIssuer,
    TOPODIFF_LOG_LEVEL: 'error',
  };
}
