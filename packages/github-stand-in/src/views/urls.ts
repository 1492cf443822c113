import type { Repository } from '../state/repository.ts';

/** Where answers link to: the API that is listening, and the web pages that nobody serves. */
export class Urls {
  readonly api: string;
  readonly server: string;

  /** Both without a slash at the end. */
  constructor(api: string, server: string) {
    this.api = api;
    this.server = server;
  }

  repositoryApi({ fullName }: Repository, rest = ''): string {
    return `${this.api}/repos/${fullName}${rest}`;
  }

  repositoryPage({ fullName }: Repository, rest = ''): string {
    return `${this.server}/${fullName}${rest}`;
  }
}

/** A node id of GitHub's form, which nobody should read anything from. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}
