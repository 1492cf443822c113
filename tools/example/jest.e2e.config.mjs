import { jestConfig } from '../../jest.config.base.mjs';

/** End-to-end tests run what `npm start` runs behind its build, in a process of its own. */
export default jestConfig({
  roots: ['<rootDir>/e2e'],
  testMatch: ['**/*.e2e.test.ts'],
  testTimeout: 120_000,
});
