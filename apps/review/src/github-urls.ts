/** Where a GitHub server has its REST API: github.com, a tenant of ghe.com, or a server of one's own. */
export function githubApiUrlOf(serverUrl: string): string {
  const { protocol, host } = new URL(serverUrl);
  if (host === 'github.com') return 'https://api.github.com';
  return host.endsWith('.ghe.com') ? `${protocol}//api.${host}` : `${serverUrl}/api/v3`;
}

/** Who signs the tokens of its Actions jobs. */
export function oidcIssuerOf(serverUrl: string): string {
  const { protocol, host } = new URL(serverUrl);
  if (host === 'github.com') return 'https://token.actions.githubusercontent.com';
  return host.endsWith('.ghe.com') ? `${protocol}//token.actions.${host}` : `${serverUrl}/_services/token`;
}
