import type { Configuration } from '../configuration.ts';

/** As a browser reaches the service of a test. */
export const publicUrl = 'https://review.example';

/** What the tokens of a test are encrypted with. */
export const encryptionKey = new Uint8Array(32).fill(7);

/** A service with accounts; nothing that it names is reached. */
export const testConfiguration: Configuration = {
  host: '127.0.0.1',
  port: 0,
  publicUrl,
  databaseUrl: null,
  dataFolder: '/nowhere',
  mode: 'service',
  github: { serverUrl: 'https://github.com', apiUrl: 'https://api.github.com' },
  oauth: { clientId: 'the-client', clientSecret: 'the-secret' },
  encryptionKey,
  oidc: { issuer: 'https://issuer.example', audience: publicUrl, jobWorkflowRef: null, ownerIds: null },
  retentionDays: null,
  rates: { uploadsPerMinute: 120, requestsPerMinute: 1_200 },
  logLevel: 'silent',
};
