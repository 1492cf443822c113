import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/**
 * Which layer may import which. There is no row for `*`: a project without a known layer tag may import nothing.
 * @type {Record<string, string[]>}
 */
const allowedLayers = {
  testkit: [],
  schema: [],
  archive: ['schema'],
  topology: ['schema'],
  rules: ['schema', 'topology'],
  diff: ['schema', 'topology'],
  report: ['schema', 'topology', 'rules', 'diff'],
  renderers: ['report'],
  github: ['report'],
  apps: ['schema', 'archive', 'topology', 'rules', 'report', 'renderers', 'github'],
  tools: ['schema', 'topology', 'rules', 'diff', 'report', 'renderers', 'github', 'testkit', 'tools'],
};

function boundaries({ testing }) {
  return [
    'error',
    {
      enforceBuildableLibDependency: false,
      allow: [],
      checkDynamicDependenciesExceptions: [],
      depConstraints: Object.entries(allowedLayers).map(([layer, layers]) => ({
        sourceTag: `layer:${layer}`,
        onlyDependOnLibsWithTags: [...(testing ? [...layers, 'testkit'] : layers)].map(
          (name) => `layer:${name}`,
        ),
      })),
    },
  ];
}

/** Packages that only one project may import, so that each has one door. */
const doors = [
  { name: 'yaml', home: 'packages/schema' },
  { name: 'diff', home: 'packages/diff' },
  { name: '@actions/core', home: 'apps/action' },
  { name: '@actions/github', home: 'apps/action' },
  { name: 'yauzl', home: 'packages/archive' },
  { name: 'tar-stream', home: 'packages/archive' },
  { name: 'express', home: 'apps/review' },
  { name: 'kysely', home: 'apps/review' },
  { name: 'preact', home: 'apps/review' },
];

const coreFiles = ['schema', 'topology', 'rules', 'diff', 'report', 'renderers'].map(
  (name) => `packages/${name}/src/**/*.ts`,
);
const testFiles = [
  '**/*.test.ts',
  '**/*.test.tsx',
  '**/cases.ts',
  '**/src/testing/**/*.ts',
  '**/e2e/**/*.ts',
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '**/tmp/**', 'tools/lint/fixtures/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': boundaries({ testing: false }),
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-imports': [
        'error',
        { paths: doors.map(({ name, home }) => ({ name, message: `Only ${home} imports ${name}.` })) },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...doors.map(({ home }) => ({
    files: [`${home}/src/**/*.ts`, `${home}/src/**/*.tsx`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: doors
            .filter((door) => door.home !== home)
            .map((door) => ({ name: door.name, message: `Only ${door.home} imports ${door.name}.` })),
        },
      ],
    },
  })),
  {
    files: coreFiles,
    ignores: testFiles,
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'fetch',
        'setTimeout',
        'setInterval',
        'performance',
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/^node:/]',
          message: 'Core packages import no Node built-ins; the apps do the input and output.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Core packages read no clock: equal inputs give equal bytes.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Core packages read no clock: equal inputs give equal bytes.',
        },
      ],
    },
  },
  {
    files: testFiles,
    rules: { '@nx/enforce-module-boundaries': boundaries({ testing: true }) },
  },
  { files: ['tools/**/*.ts', 'apps/*/src/main.ts'], rules: { 'no-console': 'off' } },
);
