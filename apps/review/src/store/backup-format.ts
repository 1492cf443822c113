import type { Tables } from './tables.ts';

/** First line of a backup. */
export interface BackupHeader {
  readonly format: 'topodiff-backup';
  readonly formatVersion: number;
  readonly createdAt: string;
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Each line between the first and the last. */
export interface BackupRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Last line: the checksum is known when everything before it is written, and its presence says that nothing is cut off. */
export interface BackupTrailer {
  /** SHA-256 of all lines before this one, each with its line feed. */
  readonly sha256: string;
}

/** A reader of another version refuses. */
export const backupFormatVersion = 1;

/** What is written of a table. */
export interface BackupTable {
  /** Unique; rows are read in its order. */
  readonly key: string;
  readonly columns: readonly string[];
  /** Columns that are handed out by counting: the count has to go on behind the greatest. */
  readonly identity: string | null;
  /** So many rows are read at once; those of revisions hold whole reports. */
  readonly batch: number;
}

/** In an order in which each table comes behind those that it refers to. */
export const backupTables: Readonly<Record<keyof Tables, BackupTable>> = {
  repositories: {
    key: 'id',
    columns: ['id', 'full_name', 'lookup_name', 'named_at'],
    identity: null,
    batch: 500,
  },
  pull_requests: {
    key: 'id',
    columns: [
      ...['id', 'repository_id', 'number', 'title', 'author', 'url', 'base_ref', 'head_ref'],
      ...['newest_revision_id', 'newest_run_id', 'newest_run_attempt', 'revisions', 'last_ordinal'],
      ...['head_sha', 'conclusion', 'label', 'changed_models', 'worst_severity', 'blocking_findings'],
      ...['gpus_base', 'gpus_head', 'approval_state', 'required_approvals', 'words', 'updated_at'],
    ],
    identity: 'id',
    batch: 500,
  },
  revisions: {
    key: 'id',
    columns: [
      ...['id', 'pull_request_id', 'ordinal', 'run_id', 'run_attempt', 'sha256', 'report', 'fleet'],
      ...['head_sha', 'base_sha', 'conclusion', 'uploaded_by', 'created_at'],
    ],
    identity: null,
    batch: 20,
  },
  decisions: {
    key: 'id',
    columns: [
      ...['id', 'ordinal', 'pull_request_id', 'fingerprint', 'verdict', 'reason', 'login', 'user_id'],
      ...['created_at', 'revoked_at'],
    ],
    identity: 'ordinal',
    batch: 500,
  },
  sessions: {
    key: 'token_hash',
    columns: ['token_hash', 'user_id', 'login', 'encrypted_token', 'csrf_token', 'expires_at'],
    identity: null,
    batch: 500,
  },
  used_token_ids: { key: 'id_hash', columns: ['id_hash', 'expires_at'], identity: null, batch: 500 },
  repository_tokens: {
    key: 'id',
    columns: ['id', 'repository_id', 'name', 'token_hash', 'created_at', 'last_used_at', 'revoked_at'],
    identity: null,
    batch: 500,
  },
  audit_log: {
    key: 'id',
    columns: ['id', 'at', 'actor', 'action', 'repository_id', 'detail'],
    identity: 'id',
    batch: 500,
  },
};

/** The tables with their names, in their order. */
export const backupTableEntries = Object.entries(backupTables);
