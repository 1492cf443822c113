import { readConfiguration } from './read-configuration.ts';

const credentials = {
  TOPODIFF_GITHUB_CLIENT_ID: 'Iv1.id',
  TOPODIFF_GITHUB_CLIENT_SECRET: 'hunter2hunter2',
  TOPODIFF_ENCRYPTION_KEY: 'ab'.repeat(32),
};
const open = { TOPODIFF_HOST: '0.0.0.0', TOPODIFF_PUBLIC_URL: 'https://topodiff.example.org' };

function usable(environment: Readonly<Record<string, string>>) {
  const outcome = readConfiguration(environment);
  if (outcome.kind === 'mistaken') throw new Error(outcome.mistakes.join('\n'));
  return outcome;
}

function mistakesOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const outcome = readConfiguration(environment);
  return outcome.kind === 'mistaken' ? outcome.mistakes : [];
}

test('an empty environment serves this machine from a folder, and says so', () => {
  const { configuration, operations, remarks } = usable({});
  expect(configuration).toEqual({
    host: '127.0.0.1',
    port: 4173,
    publicUrl: 'http://127.0.0.1:4173',
    databaseUrl: null,
    dataFolder: './topodiff-review',
    mode: 'local',
    github: { serverUrl: 'https://github.com', apiUrl: 'https://api.github.com' },
    oauth: null,
    encryptionKey: null,
    oidc: {
      issuer: 'https://token.actions.githubusercontent.com',
      audience: 'http://127.0.0.1:4173',
      jobWorkflowRef: null,
      ownerIds: null,
    },
    retentionDays: null,
    rates: { uploadsPerMinute: 120, requestsPerMinute: 1_200 },
    logLevel: 'info',
  });
  expect(operations).toEqual({ metricsToken: null, proxyHops: 0, localReview: null });
  expect(remarks).toEqual([
    'no GitHub credentials: nobody signs in, everything is shown, and only this machine is served',
  ]);
});

test('a service with accounts, on a GitHub server of its own', () => {
  const { configuration, operations, remarks } = usable({
    ...credentials,
    ...open,
    TOPODIFF_PUBLIC_URL: 'https://topodiff.example.org/',
    DATABASE_URL: 'postgres://review:pass@db/review',
    TOPODIFF_GITHUB_URL: 'https://github.example.org',
    TOPODIFF_RETENTION_DAYS: '90',
    TOPODIFF_METRICS_TOKEN: 'm'.repeat(16),
    TOPODIFF_LOG_LEVEL: '',
  });
  expect(configuration).toMatchObject({
    mode: 'service',
    publicUrl: 'https://topodiff.example.org',
    databaseUrl: 'postgres://review:pass@db/review',
    github: { serverUrl: 'https://github.example.org', apiUrl: 'https://github.example.org/api/v3' },
    oidc: { issuer: 'https://github.example.org/_services/token', audience: 'https://topodiff.example.org' },
    oauth: { clientId: 'Iv1.id', clientSecret: 'hunter2hunter2' },
    retentionDays: 90,
    logLevel: 'info',
  });
  expect(configuration.encryptionKey).toEqual(Buffer.from('ab'.repeat(32), 'hex'));
  expect(operations.metricsToken).toBe('m'.repeat(16));
  expect(remarks).toEqual([]);
});

test('a tenant of ghe.com has its own API and issuer', () => {
  const { github, oidc } = usable({ TOPODIFF_GITHUB_URL: 'https://acme.ghe.com' }).configuration;
  expect([github.apiUrl, oidc.issuer]).toEqual([
    'https://api.acme.ghe.com',
    'https://token.actions.acme.ghe.com',
  ]);
});

test('PORT counts when TOPODIFF_PORT is not given', () => {
  expect(usable({ PORT: '8080' }).configuration.publicUrl).toBe('http://127.0.0.1:8080');
  expect(usable({ PORT: '8080', TOPODIFF_PORT: '81' }).configuration.port).toBe(81);
});

test('a key in base64 is the same key', () => {
  const key = Buffer.from('ab'.repeat(32), 'hex');
  const environment = { ...credentials, TOPODIFF_ENCRYPTION_KEY: key.toString('base64') };
  expect(usable(environment).configuration.encryptionKey).toEqual(key);
});

test('a misspelt setting is remarked', () => {
  expect(usable({ ...credentials, TOPODIFF_RETENTION_DAY: '1' }).remarks).toEqual([
    'TOPODIFF_RETENTION_DAY is no setting, and has no effect',
  ]);
});

test('a local review comes as JSON', () => {
  const localReview = {
    command: ['node', 'topodiff', 'diff'],
    folder: '/repo',
    repository: 'local/repo',
    number: 1,
    title: 'wider',
    author: 'ada',
    baseRef: 'main',
    headRef: 'wider',
  };
  const environment = { TOPODIFF_LOCAL_REVIEW: JSON.stringify(localReview) };
  expect(usable(environment).operations.localReview).toEqual(localReview);
});

test.each([
  [{ TOPODIFF_HOST: 'http://x' }, 'TOPODIFF_HOST is a host name or an address, without a scheme and a port'],
  [{ TOPODIFF_PORT: '4173x' }, 'TOPODIFF_PORT is a whole number from 0 to 65535'],
  [{ PORT: '70000' }, 'PORT is a whole number from 0 to 65535'],
  [
    { TOPODIFF_PUBLIC_URL: 'http://topodiff.example.org', ...credentials },
    'TOPODIFF_PUBLIC_URL is an address like https://host, and with http only on loopback',
  ],
  [
    { TOPODIFF_PUBLIC_URL: 'https://example.org/topodiff', ...credentials },
    'TOPODIFF_PUBLIC_URL is an address like https://host, and with http only on loopback',
  ],
  [
    { DATABASE_URL: 'mysql://x' },
    'DATABASE_URL is the address of a PostgreSQL database: postgres://user@host/name',
  ],
  [
    { TOPODIFF_GITHUB_URL: 'github.com' },
    'TOPODIFF_GITHUB_URL is an address like https://host, and with http only on loopback',
  ],
  [
    { TOPODIFF_GITHUB_API_URL: 'ftp://x' },
    'TOPODIFF_GITHUB_API_URL is an address like https://host/path, and with http only on loopback',
  ],
  [
    { TOPODIFF_OIDC_ISSUER: 'x' },
    'TOPODIFF_OIDC_ISSUER is an address like https://host/path, and with http only on loopback',
  ],
  [
    { TOPODIFF_JOB_WORKFLOW_REF: 'acme/ci' },
    'TOPODIFF_JOB_WORKFLOW_REF is a workflow with its ref: owner/name/.github/workflows/file.yml@refs/heads/main',
  ],
  [{ TOPODIFF_RETENTION_DAYS: '0' }, 'TOPODIFF_RETENTION_DAYS is a whole number from 1 to 36500'],
  [{ TOPODIFF_LOG_LEVEL: 'loud' }, 'TOPODIFF_LOG_LEVEL is one of fatal, error, warn, info, debug, silent'],
  [{ TOPODIFF_METRICS_TOKEN: 'short' }, 'TOPODIFF_METRICS_TOKEN has 16 characters or more'],
  [{ TOPODIFF_PROXY_HOPS: '-1' }, 'TOPODIFF_PROXY_HOPS is a whole number from 0 to 10'],
  [{ TOPODIFF_LOCAL_REVIEW: '{' }, 'TOPODIFF_LOCAL_REVIEW is the JSON object that `topodiff review` writes'],
  [
    { ...credentials, TOPODIFF_LOCAL_REVIEW: '{}' },
    'TOPODIFF_LOCAL_REVIEW is the JSON object that `topodiff review` writes',
  ],
  [
    { ...credentials, TOPODIFF_GITHUB_CLIENT_SECRET: '' },
    'TOPODIFF_GITHUB_CLIENT_SECRET is missing: the client id and its secret belong together',
  ],
  [
    { ...credentials, TOPODIFF_GITHUB_CLIENT_ID: '' },
    'TOPODIFF_GITHUB_CLIENT_ID is missing: the client id and its secret belong together',
  ],
  [
    { ...credentials, TOPODIFF_GITHUB_CLIENT_SECRET: 'two\nlines' },
    'TOPODIFF_GITHUB_CLIENT_SECRET has characters that no credential has, such as a line break',
  ],
  [
    { ...credentials, TOPODIFF_ENCRYPTION_KEY: '' },
    'TOPODIFF_ENCRYPTION_KEY is missing: sign-ins need it; openssl rand -base64 32 makes one',
  ],
  [
    { ...credentials, TOPODIFF_ENCRYPTION_KEY: 'c2hvcnQ=' },
    'TOPODIFF_ENCRYPTION_KEY is 32 bytes as base64 or hex: openssl rand -base64 32',
  ],
  [
    { TOPODIFF_HOST: '0.0.0.0' },
    'TOPODIFF_HOST is not loopback: without GitHub credentials nobody can sign in, and the service is for this machine only',
  ],
  [
    { TOPODIFF_PUBLIC_URL: 'https://topodiff.example.org' },
    'TOPODIFF_PUBLIC_URL is not loopback: without GitHub credentials nobody can sign in, and the service is for this machine only',
  ],
  [
    { ...credentials, TOPODIFF_HOST: '0.0.0.0' },
    'TOPODIFF_PUBLIC_URL is missing: people and CI reach the service by it',
  ],
])('%j has one line', (environment, line) => {
  expect(mistakesOf(environment)[0]).toBe(line);
});

test('all mistakes are told at once, and none shows a value', () => {
  const secrets = {
    TOPODIFF_PORT: 'ghp_secret',
    DATABASE_URL: 'pg://u:ghp_secret@h',
    TOPODIFF_GITHUB_CLIENT_SECRET: 'ghp_secret\n2',
    TOPODIFF_ENCRYPTION_KEY: 'ghp_secret',
    TOPODIFF_METRICS_TOKEN: 'ghp_secret',
  };
  const mistakes = mistakesOf(secrets);
  expect(mistakes.map((line) => line.split(' ')[0])).toEqual([
    'TOPODIFF_PORT',
    'DATABASE_URL',
    'TOPODIFF_GITHUB_CLIENT_SECRET',
    'TOPODIFF_ENCRYPTION_KEY',
    'TOPODIFF_METRICS_TOKEN',
    'TOPODIFF_GITHUB_CLIENT_ID',
  ]);
  expect(mistakes.join('\n')).not.toContain('ghp_secret');
});

test('a trusted network may send more, and uploads count as requests', () => {
  const more = { TOPODIFF_UPLOADS_PER_MINUTE: '2000', TOPODIFF_REQUESTS_PER_MINUTE: '5000' };
  expect(usable(more).configuration.rates).toEqual({ uploadsPerMinute: 2_000, requestsPerMinute: 5_000 });
  expect(mistakesOf({ TOPODIFF_UPLOADS_PER_MINUTE: '2000' })).toEqual([
    'TOPODIFF_REQUESTS_PER_MINUTE is less than TOPODIFF_UPLOADS_PER_MINUTE, which it counts, too',
  ]);
  expect(mistakesOf({ TOPODIFF_UPLOADS_PER_MINUTE: 'many' })).toEqual([
    'TOPODIFF_UPLOADS_PER_MINUTE is a whole number from 1 to 999999',
  ]);
});
