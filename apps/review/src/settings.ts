import { z } from 'zod';
import { isLoopbackHost } from './is-loopback-host.ts';
import { parseLocalReview } from './local/parse-local-review.ts';

/**
 * Every setting by its environment variable. The messages continue the name, and none quotes the value: it may be a secret
 * that stands in the wrong place.
 */
export const settings = {
  TOPODIFF_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is a host name or an address, without a scheme and a port')
    .default('127.0.0.1'),
  TOPODIFF_PORT: wholeNumber(0, 65_535).optional(),
  /** As hosting platforms say it. */
  PORT: wholeNumber(0, 65_535).default(4173),
  TOPODIFF_PUBLIC_URL: serverUrl({ canHavePath: false }).optional(),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'is the address of a PostgreSQL database: postgres://user@host/name')
    .optional(),
  TOPODIFF_DATA_FOLDER: z.string().default('./topodiff-review'),
  TOPODIFF_GITHUB_URL: serverUrl({ canHavePath: false }).default('https://github.com'),
  TOPODIFF_GITHUB_API_URL: serverUrl({ canHavePath: true }).optional(),
  TOPODIFF_GITHUB_CLIENT_ID: credential().optional(),
  TOPODIFF_GITHUB_CLIENT_SECRET: credential().optional(),
  TOPODIFF_ENCRYPTION_KEY: z
    .string()
    .transform(decodeKey)
    .refine((key) => key.byteLength === 32, 'is 32 bytes as base64 or hex: openssl rand -base64 32')
    .optional(),
  TOPODIFF_OIDC_ISSUER: serverUrl({ canHavePath: true }).optional(),
  TOPODIFF_OIDC_AUDIENCE: z.string().optional(),
  TOPODIFF_JOB_WORKFLOW_REF: z
    .string()
    .regex(
      /^[^/\s]+\/[^/\s]+\/\.github\/workflows\/[^/\s@]+@\S+$/,
      'is a workflow with its ref: owner/name/.github/workflows/file.yml@refs/heads/main',
    )
    .optional(),
  TOPODIFF_REPOSITORY_OWNERS: z
    .string()
    .regex(
      /^[1-9]\d{0,15}(?:,[1-9]\d{0,15})*$/,
      "is GitHub's numbers of owners, with commas between: 9919,69631",
    )
    .transform((numbers) => new Set(numbers.split(',').map(Number)))
    .optional(),
  TOPODIFF_RETENTION_DAYS: wholeNumber(1, 36_500).optional(),
  /** Of one address; more for a CI network that is trusted and reaches the service from one address. */
  TOPODIFF_UPLOADS_PER_MINUTE: wholeNumber(1, 999_999).default(120),
  /** Of one address, uploads among them. */
  TOPODIFF_REQUESTS_PER_MINUTE: wholeNumber(1, 999_999).default(1_200),
  TOPODIFF_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'is one of fatal, error, warn, info, debug, silent',
    })
    .default('info'),
  TOPODIFF_METRICS_TOKEN: credential().min(16, 'has 16 characters or more').optional(),
  TOPODIFF_PROXY_HOPS: wholeNumber(0, 10).default(0),
  TOPODIFF_LOCAL_REVIEW: z
    .string()
    .transform(parseLocalReview)
    .refine((review) => review !== null, 'is the JSON object that `topodiff review` writes')
    .optional(),
} as const;

/** The environment variable of a setting. */
export type SettingName = keyof typeof settings;

function wholeNumber(least: number, most: number) {
  const message = `is a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((number) => number >= least && number <= most, message);
}

function credential() {
  return z.string().regex(/^[\x21-\x7e]+$/, 'has characters that no credential has, such as a line break');
}

/** Plain http carries sessions and tokens in the open, so that it is for this machine only. */
function serverUrl({ canHavePath }: { readonly canHavePath: boolean }) {
  const form = canHavePath ? 'https://host/path' : 'https://host';
  return z
    .string()
    .refine((text) => {
      const url = parseUrl(text);
      return (
        url !== null &&
        (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname))) &&
        url.username === '' &&
        url.password === '' &&
        url.search === '' &&
        url.hash === '' &&
        (canHavePath || url.pathname === '/')
      );
    }, `is an address like ${form}, and with http only on loopback`)
    .transform((text) => (parseUrl(text)?.href ?? text).replace(/\/+$/, ''));
}

function isPostgresUrl(text: string): boolean {
  const protocol = parseUrl(text)?.protocol;
  return protocol === 'postgres:' || protocol === 'postgresql:';
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function decodeKey(text: string): Uint8Array {
  if (/^[\da-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : new Uint8Array();
}
