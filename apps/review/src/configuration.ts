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
  };
  /** Reports that are older are deleted; null keeps all. */
  readonly retentionDays: number | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}
