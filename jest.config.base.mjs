/**
 * The Jest configuration every project shares: native ES modules, sources compiled by swc,
 * workspace packages imported from their sources.
 *
 * @returns {import('jest').Config}
 */
export function jestConfig(overrides = {}) {
  return {
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts'],
    transform: {
      '^.+\\.ts$': [
        '@swc/jest',
        {
          jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
          module: { type: 'es6' },
        },
      ],
    },
    roots: ['<rootDir>/src'],
    testMatch: ['**/*.test.ts'],
    // A busy machine is no failure; what takes a minute is one.
    testTimeout: 60_000,
    ...overrides,
  };
}
