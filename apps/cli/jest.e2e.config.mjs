import { jestConfig } from '../../jest.config.base.mjs';

/** End-to-end tests run the built command in processes of its own. */
export default jestConfig({ roots: ['<rootDir>/e2e'], testMatch: ['**/*.e2e.test.ts'] });
