import type { Express } from 'express';
import { createApp } from '../create-app.ts';
import { createLogger } from '../log.ts';
import type { Store } from '../store/store.ts';
import { stubAssembly, stubStore } from './stub-assembly.ts';
import { usableConfiguration } from './usable-configuration.ts';

/** The app with stub routes, and what it logs. */
export interface AppUnderTest {
  readonly app: Express;
  readonly logged: () => string;
}

/** Makes the app as the server does, with a store of the test's. */
export function appUnderTest(
  environment: Readonly<Record<string, string>> = {},
  methods: Partial<Store> = {},
  isStopping = false,
): AppUnderTest {
  const { configuration, operations } = usableConfiguration(environment);
  const lines: string[] = [];
  const logger = createLogger(configuration.logLevel, { write: (line) => void lines.push(line) });
  const assembly = stubAssembly();
  const parts = { configuration, logger, now: () => new Date(), fetch };
  const app = createApp(
    { ...parts, store: stubStore(methods), github: assembly.createGithubAccess(parts) },
    { createMounts: assembly.createMounts, operations, isStopping: () => isStopping, refresh: null },
  );
  return { app, logged: () => lines.join('') };
}
