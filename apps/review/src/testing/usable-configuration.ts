import { readConfiguration, type ConfigurationOutcome } from '../read-configuration.ts';

/** What an environment gives; throws its mistakes. */
export function usableConfiguration(
  environment: Readonly<Record<string, string>> = {},
): Extract<ConfigurationOutcome, { readonly kind: 'usable' }> {
  const outcome = readConfiguration(environment);
  if (outcome.kind === 'mistaken') throw new Error(outcome.mistakes.join('\n'));
  return outcome;
}

/** A service with accounts behind https. */
export const serviceEnvironment = {
  TOPODIFF_PUBLIC_URL: 'https://topodiff.example.org',
  TOPODIFF_GITHUB_CLIENT_ID: 'Iv1.id',
  TOPODIFF_GITHUB_CLIENT_SECRET: 'hunter2hunter2',
  TOPODIFF_ENCRYPTION_KEY: 'ab'.repeat(32),
} as const;
