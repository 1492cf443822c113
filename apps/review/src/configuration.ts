/** What the service runs with; read once at start from the environment. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** As people and CI reach the service, without a slash at the end. */
  readonly publicUrl: string;
  /** Null: the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  /** `local`: no account, loopback only, one repository or an example. */
  readonly mode: 'service' | 'local';
  readonly github: {
    /** `https://github.com` */
    readonly serverUrl: string;
    readonly apiUrl: string;
  };
  /** Null: nobody can sign in, so that the service binds to loopback only. */
  readonly oauth: { readonly clientId: string; readonly clientSecret: string } | null;
  /** 32 bytes: user tokens are encrypted with it. Null without oauth. */
  readonly encryptionKey: Uint8Array | null;
  readonly oidc: {
    readonly issuer: string;
    readonly audience: string;
    /** Uploads are taken only from this reusable workflow, when it is given. */
    readonly jobWorkflowRef: string | null;
    /** Uploads are taken only from repositories of these owners, by GitHub's numbers; null: of anybody. */
    readonly ownerIds: ReadonlySet<number> | null;
  };
  /** Reports that are older are deleted; null keeps all. */
  readonly retentionDays: number | null;
  /** How many requests one address may send. */
  readonly rates: {
    readonly uploadsPerMinute: number;
    /** Uploads among them. */
    readonly requestsPerMinute: number;
  };
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** What the process around the app needs besides; no page knows it. */
export interface Operations {
  /** Bearer token of `/metrics`; null: it answers on loopback only. */
  readonly metricsToken: string | null;
  /** Reverse proxies in front of the service, whose `X-Forwarded-For` counts. */
  readonly proxyHops: number;
  /** Local mode: the comparison to load at start, and again on `?refresh=1`. */
  readonly localReview: LocalReview | null;
}

/** A comparison that a command prints as a JSON report, and the pull request that it is shown as. */
export interface LocalReview {
  /** Program and arguments; run without a shell. */
  readonly command: readonly string[];
  /** Where the command runs. */
  readonly folder: string;
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly baseRef: string;
  readonly headRef: string;
}
