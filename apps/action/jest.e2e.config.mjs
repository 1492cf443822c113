import { jestConfig } from '../../jest.config.base.mjs';

/** The built bundle, started as a runner starts it, against a GitHub on 127.0.0.1. */
export default jestConfig({
  roots: ['<rootDir>/e2e'],
  testMatch: ['**/*.e2e.test.ts'],
  testTimeout: 60_000,
});
