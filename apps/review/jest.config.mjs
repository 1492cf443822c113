import { jestConfig } from '../../jest.config.base.mjs';

const { transform } = jestConfig();
const [[, [transformer, options]]] = Object.entries(transform);

/** Pages are TSX, which swc compiles to preact's own calls. */
const tsx = {
  ...options,
  jsc: {
    ...options.jsc,
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
  },
};

export default jestConfig({
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx$': [transformer, tsx], ...transform },
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
});
