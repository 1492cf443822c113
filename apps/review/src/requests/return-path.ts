/**
 * Where to go after a sign-in or a form: the path that was asked for, when it is one of this site, else `fallback`. It is
 * resolved as a browser does, which drops tabs, takes `\` for `/` and shortens `/./`, and looked at after that.
 */
export function returnPath(asked: unknown, publicUrl: string, fallback: '/' | '/reviews'): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > 2_000) return fallback;
  const url = URL.parse(asked, publicUrl);
  if (url === null || url.origin !== new URL(publicUrl).origin) return fallback;
  const isRoundabout = url.pathname === '/sign-in' || url.pathname.startsWith('/sign-in/');
  // `/.//other.example` is of this site, and its path names another one.
  if (url.pathname.startsWith('//') || isRoundabout) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
