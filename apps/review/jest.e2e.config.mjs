import { jestConfig } from '../../jest.config.base.mjs';

/** End-to-end tests run the built service in processes of its own. */
export default jestConfig({
  roots: ['<rootDir>/e2e'],
  testMatch: ['**/*.e2e.test.ts'],
  // The embedded database takes seconds to make on a busy machine.
  testTimeout: 120_000,
});
