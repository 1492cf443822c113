import { describeLfsPointer, type SourceText } from '@topodiff/report';
import { objectAt, textField } from './answer-fields.ts';
import { callGithub, callGraphql, isObject } from './call-github.ts';
import { GithubError } from './external-error.ts';
import { contentOf, isFolder, type TreeEntry } from './git-tree.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { mapInParallel } from './map-in-parallel.ts';
import { operations } from './operations.ts';
import { requireObjectId } from './require-object-id.ts';
import { utf8Length } from './utf8-length.ts';

/** TorchServe's parser stops at 3 Mi code points, and none takes more than four bytes. */
export const largestFileBytes = 12 * 1024 * 1024;

/** Longest target of a symbolic link that is shown. */
const longestTargetBytes = 4096;

/** Files of one query. GitHub cuts a text at 512,000 bytes, so that a longer file is read alone. */
const filesPerQuery = 50;
const bytesPerQuery = 2 * 1024 * 1024;
const longestTextOfQuery = 512_000;

/** How many requests are under way at a time. */
const parallelReads = 6;
const parallelQueries = 3;

type UnreadableReason = Extract<SourceText, { readonly kind: 'unreadable' }>['reason'];

/** Turns the base64 text of a Git blob into text. Given from outside: it needs what the platform has. */
export type DecodeBase64 = (base64: string) => { readonly text: string; readonly hasInvalidUtf8: boolean };

/** Reads what commits have at their paths; each content is read once. */
export interface SourceTextLoader {
  /** Reads many at once: about 50 in one request. */
  loadAll(entries: readonly TreeEntry[]): Promise<void>;
  /** A symbolic link is not followed: its target is named instead. What cannot be read is a value and hides no other. */
  load(entry: TreeEntry): Promise<SourceText>;
  /** What did not go as planned and cost only requests, one sentence each. */
  readonly remarks: readonly string[];
}

/** Makes the loader of one repository. Requests: one for about 50 texts, and one for each text that GraphQL cannot give. */
export function makeSourceTextLoader(
  client: GithubClient,
  repository: RepositoryName,
  decode: DecodeBase64,
): SourceTextLoader {
  const loaded = new Map<string, Promise<SourceText>>();
  const remarks: string[] = [];
  const load = (entry: TreeEntry): Promise<SourceText> => {
    const known = loaded.get(contentOf(entry));
    if (known !== undefined) return known;
    const refusal = refuse(entry);
    const source = refusal === null ? loadAlone(client, repository, entry, decode) : Promise.resolve(refusal);
    loaded.set(contentOf(entry), source);
    return source;
  };
  const loadTogether = async (batch: readonly TreeEntry[]) => {
    if (remarks.length > 0) return;
    try {
      const texts = await queryTexts(client, repository, batch);
      for (const [index, entry] of batch.entries()) {
        const text = texts[index] ?? null;
        if (text !== null) loaded.set(contentOf(entry), Promise.resolve(describeText(entry, text, false)));
      }
    } catch (error) {
      if (!(error instanceof GithubError)) throw error;
      if (remarks.length === 0) remarks.push(`Files were read one by one: ${error.message}.`);
    }
  };
  return {
    remarks,
    load,
    loadAll: async (entries) => {
      const wanted = new Map(
        entries
          .filter((entry) => !loaded.has(contentOf(entry)))
          .map((entry) => [contentOf(entry), entry] as const),
      );
      const short = [...wanted.values()].filter(
        (entry) => refuse(entry) === null && (entry.size ?? Infinity) <= longestTextOfQuery,
      );
      // One text alone costs as much either way.
      if (short.length > 1) await mapInParallel(split(short), parallelQueries, loadTogether);
      await mapInParallel([...wanted.values()], parallelReads, load);
    },
  };
}

/** What is not read at all, and why; null for a file that is. */
function refuse(entry: TreeEntry): SourceText | null {
  const { mode, sha, size } = entry;
  const unreadable = (reason: UnreadableReason, detail: string): SourceText => ({
    kind: 'unreadable',
    reason,
    detail,
    sha,
  });
  if (isFolder(entry)) return unreadable('directory', 'it is a directory');
  if (mode === '160000') return unreadable('submodule', 'it is a submodule');
  if (mode === '120000' && (size ?? 0) > longestTargetBytes) {
    return unreadable('symlink', 'it is a symbolic link, which is not followed');
  }
  if ((size ?? 0) > largestFileBytes) {
    const mebibytes = ((size ?? 0) / 1024 / 1024).toFixed(1);
    return unreadable('too-large', `it has ${mebibytes} MiB, more than TorchServe's parser reads`);
  }
  return null;
}

function describeText({ mode, sha }: TreeEntry, text: string, hasInvalidUtf8: boolean): SourceText {
  if (mode === '120000') {
    const detail = `it is a symbolic link to ${text}, which is not followed`;
    return { kind: 'unreadable', reason: 'symlink', detail, sha };
  }
  const pointer = describeLfsPointer(text, sha);
  if (pointer !== null) return pointer;
  return { kind: 'text', text, ...(hasInvalidUtf8 ? { hasInvalidUtf8 } : {}), sha };
}

async function loadAlone(
  client: GithubClient,
  repository: RepositoryName,
  entry: TreeEntry,
  decode: DecodeBase64,
): Promise<SourceText> {
  const { sha } = entry;
  try {
    const { text, hasInvalidUtf8 } = decode(await readBlob(client, repository, sha));
    return describeText(entry, text, hasInvalidUtf8);
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    const { kind, message } = error.externalError;
    return {
      kind: 'unreadable',
      reason: kind === 'no-permission' ? 'permission' : 'failed',
      detail: message,
      sha,
    };
  }
}

function split(entries: readonly TreeEntry[]): readonly (readonly TreeEntry[])[] {
  const batches: TreeEntry[][] = [];
  let bytes = Infinity;
  for (const entry of entries) {
    const size = entry.size ?? 0;
    const batch = batches.at(-1);
    if (batch === undefined || batch.length >= filesPerQuery || bytes + size > bytesPerQuery) {
      batches.push([entry]);
      bytes = size;
    } else {
      batch.push(entry);
      bytes += size;
    }
  }
  return batches;
}

/** The texts of a batch; null where GraphQL does not give all of one exactly as it is. */
async function queryTexts(
  client: GithubClient,
  { owner, repo }: RepositoryName,
  batch: readonly TreeEntry[],
): Promise<readonly (string | null)[]> {
  const fields = batch
    .map(({ sha }, index) => `b${index}: object(oid: "${requireObjectId(sha)}") { ...text }`)
    .join(' ');
  const query = `query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields} } } fragment text on Blob { byteSize isBinary isTruncated text }`;
  const operation = operations.readBlobs;
  const data = await callGraphql(client, operation, query, { owner, repo });
  const repository = objectAt(operation, data, 'repository');
  return batch.map((entry, index) => {
    const blob = repository[`b${index}`];
    if (!isObject(blob) || blob['isBinary'] !== false || blob['isTruncated'] !== false) return null;
    const { text, byteSize } = blob;
    // Bytes that are no UTF-8 come replaced, and a mark at the start may be gone: both show in the size or the text.
    if (typeof text !== 'string' || text.includes('\ufffd')) return null;
    return byteSize === entry.size && utf8Length(text) === byteSize ? text : null;
  });
}

async function readBlob(client: GithubClient, { owner, repo }: RepositoryName, sha: string): Promise<string> {
  const operation = operations.readBlob;
  const { data } = await callGithub(client, operation, { owner, repo, file_sha: sha });
  const fields = objectAt(operation, data);
  if (fields['encoding'] !== 'base64') {
    throw new GithubError({
      kind: 'unexpected-answer',
      status: null,
      action: operation.action,
      permission: operation.permission,
      message: `cannot ${operation.action}: GitHub sends it in no encoding that we know`,
    });
  }
  return textField(operation, fields, 'content');
}
