import type { z } from 'zod';
import type { Configuration, Operations } from './configuration.ts';
import { githubApiUrlOf, oidcIssuerOf } from './github-urls.ts';
import { isLoopbackHost } from './is-loopback-host.ts';
import { settings, type SettingName } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Values = { readonly [Name in SettingName]: z.output<(typeof settings)[Name]> };

/** A usable configuration, with what is worth saying about it; or everything that is wrong, one line each. */
export type ConfigurationOutcome =
  | {
      readonly kind: 'usable';
      readonly configuration: Configuration;
      readonly operations: Operations;
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly string[] };

/** Reads the environment. Empty variables count as unset, as compose files write them. No line holds a value. */
export function readConfiguration(environment: Environment): ConfigurationOutcome {
  const { values, mistakes: ofValues } = readSettings(environment);
  const mistakes = [...ofValues, ...combinationMistakes(environment, values)];
  if (mistakes.length > 0) return { kind: 'mistaken', mistakes };
  const complete = values as Values; // no mistake: every setting was read
  return {
    kind: 'usable',
    configuration: toConfiguration(complete),
    operations: {
      metricsToken: complete.TOPODIFF_METRICS_TOKEN ?? null,
      proxyHops: complete.TOPODIFF_PROXY_HOPS,
      localReview: complete.TOPODIFF_LOCAL_REVIEW ?? null,
    },
    remarks: remarksOn(environment, complete),
  };
}

function readSettings(environment: Environment) {
  const values: Record<string, unknown> = {};
  const mistakes: string[] = [];
  for (const [name, schema] of Object.entries(settings)) {
    const result = schema.safeParse(given(environment, name));
    if (result.success) values[name] = result.data;
    else mistakes.push(`${name} ${result.error.issues[0]?.message ?? 'is not usable'}`);
  }
  return { values: values as Partial<Values>, mistakes }; // each by its own schema
}

function given(environment: Environment, name: string): string | undefined {
  const text = environment[name]?.trim();
  return text === '' ? undefined : text;
}

/** What each setting alone does not show. Looks at names, so that it speaks also when a value is wrong. */
function combinationMistakes(environment: Environment, values: Partial<Values>): readonly string[] {
  const has = (name: SettingName): boolean => given(environment, name) !== undefined;
  const hasId = has('TOPODIFF_GITHUB_CLIENT_ID');
  const hasSecret = has('TOPODIFF_GITHUB_CLIENT_SECRET');
  const isOpen = values.TOPODIFF_HOST !== undefined && !isLoopbackHost(values.TOPODIFF_HOST);
  const mistakes: string[] = [];
  const { TOPODIFF_UPLOADS_PER_MINUTE: uploads = 0, TOPODIFF_REQUESTS_PER_MINUTE: requests = Infinity } =
    values;
  if (uploads > requests) {
    mistakes.push(
      'TOPODIFF_REQUESTS_PER_MINUTE is less than TOPODIFF_UPLOADS_PER_MINUTE, which it counts, too',
    );
  }
  if (hasId !== hasSecret) {
    const missing = hasId ? 'TOPODIFF_GITHUB_CLIENT_SECRET' : 'TOPODIFF_GITHUB_CLIENT_ID';
    mistakes.push(`${missing} is missing: the client id and its secret belong together`);
  }
  if (hasId && hasSecret && !has('TOPODIFF_ENCRYPTION_KEY')) {
    mistakes.push('TOPODIFF_ENCRYPTION_KEY is missing: sign-ins need it; openssl rand -base64 32 makes one');
  }
  if (!hasId && !hasSecret) {
    const why = 'without GitHub credentials nobody can sign in, and the service is for this machine only';
    if (isOpen) mistakes.push(`TOPODIFF_HOST is not loopback: ${why}`);
    const { TOPODIFF_PUBLIC_URL: publicUrl } = values;
    if (publicUrl !== undefined && !isLoopbackHost(new URL(publicUrl).hostname)) {
      mistakes.push(`TOPODIFF_PUBLIC_URL is not loopback: ${why}`);
    }
  } else {
    if (isOpen && !has('TOPODIFF_PUBLIC_URL')) {
      mistakes.push('TOPODIFF_PUBLIC_URL is missing: people and CI reach the service by it');
    }
    if (has('TOPODIFF_LOCAL_REVIEW')) {
      mistakes.push('TOPODIFF_LOCAL_REVIEW works only without GitHub credentials');
    }
  }
  return mistakes;
}

function toConfiguration(values: Values): Configuration {
  const port = values.TOPODIFF_PORT ?? values.PORT;
  const publicUrl = values.TOPODIFF_PUBLIC_URL ?? addressOf(values.TOPODIFF_HOST, port);
  const { TOPODIFF_GITHUB_CLIENT_ID: clientId, TOPODIFF_GITHUB_CLIENT_SECRET: clientSecret } = values;
  const hasAccounts = clientId !== undefined && clientSecret !== undefined;
  return {
    host: values.TOPODIFF_HOST,
    port,
    publicUrl,
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder: values.TOPODIFF_DATA_FOLDER,
    mode: hasAccounts ? 'service' : 'local',
    github: {
      serverUrl: values.TOPODIFF_GITHUB_URL,
      apiUrl: values.TOPODIFF_GITHUB_API_URL ?? githubApiUrlOf(values.TOPODIFF_GITHUB_URL),
    },
    oauth: hasAccounts ? { clientId, clientSecret } : null,
    encryptionKey: hasAccounts ? (values.TOPODIFF_ENCRYPTION_KEY ?? null) : null,
    oidc: {
      issuer: values.TOPODIFF_OIDC_ISSUER ?? oidcIssuerOf(values.TOPODIFF_GITHUB_URL),
      audience: values.TOPODIFF_OIDC_AUDIENCE ?? publicUrl,
      jobWorkflowRef: values.TOPODIFF_JOB_WORKFLOW_REF ?? null,
      ownerIds: values.TOPODIFF_REPOSITORY_OWNERS ?? null,
    },
    retentionDays: values.TOPODIFF_RETENTION_DAYS ?? null,
    rates: {
      uploadsPerMinute: values.TOPODIFF_UPLOADS_PER_MINUTE,
      requestsPerMinute: values.TOPODIFF_REQUESTS_PER_MINUTE,
    },
    logLevel: values.TOPODIFF_LOG_LEVEL,
  };
}

/** A host and a port as an address of the browser. */
export function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Settings of other parts of the project, which share the prefix. */
const foreignNames = new Set(['TOPODIFF_WRITE_PAUSE_MS', 'TOPODIFF_REVIEW_SERVICE']);

function remarksOn(environment: Environment, values: Values): readonly string[] {
  const unknown = Object.keys(environment)
    .filter((name) => name.startsWith('TOPODIFF_') && !Object.hasOwn(settings, name))
    .filter((name) => !foreignNames.has(name))
    .map((name) => `${name} is no setting, and has no effect`);
  // Whoever started a local review knows, and has no log in view.
  const isAnonymous =
    values.TOPODIFF_GITHUB_CLIENT_ID === undefined && values.TOPODIFF_LOCAL_REVIEW === undefined;
  return [
    ...unknown,
    ...(isAnonymous
      ? ['no GitHub credentials: nobody signs in, everything is shown, and only this machine is served']
      : []),
  ];
}
