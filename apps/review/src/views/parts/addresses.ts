import type { Revision } from '../../store/store.ts';

/** Where a repository is on GitHub; null for what this machine read itself: its repository is there under no such name. */
export function repositoryUrlOf(
  serverUrl: string,
  fullName: string,
  uploadedBy: Revision['uploadedBy'],
): string | null {
  return uploadedBy === 'local' ? null : `${serverUrl}/${fullName}`;
}

/** Path of a review on this site. */
export function reviewPath(fullName: string, number: number): string {
  return `/reviews/${encodePath(fullName)}/${number}`;
}

/** A text for one place in an address; a lone surrogate, which has no encoding, becomes U+FFFD. */
export function encodeText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}

/** A path for an address: its `/` stay. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeText).join('/');
}

/** Where a commit is on GitHub; null for what is no commit id. */
export function commitUrl(repositoryUrl: string | null, sha: string | null): string | null {
  return repositoryUrl === null || !isSha(sha) ? null : `${repositoryUrl}/commit/${sha}`;
}

/** Where lines of a file are on GitHub at a commit; null when that is not known. */
export function blobUrl(
  repositoryUrl: string | null,
  sha: string | null,
  path: string,
  lines?: { readonly first: number; readonly last: number },
): string | null {
  if (repositoryUrl === null || !isSha(sha)) return null;
  const file = `${repositoryUrl}/blob/${sha}/${encodePath(path)}`;
  if (lines === undefined) return file;
  return `${file}#L${lines.first}${lines.last > lines.first ? `-L${lines.last}` : ''}`;
}

/** A link that somebody else chose, where it is one that a browser may follow; else null. */
export function webUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

function isSha(sha: string | null): sha is string {
  return sha !== null && /^[0-9a-f]{7,64}$/i.test(sha);
}
