// Bundles the command into apps/cli/dist. What is imported on demand stays in main.cjs and is evaluated on use; the parser
// of policies, which brings a YAML library and zod, is a file of its own: reading it with the rest would cost each start
// a seventh of its time.
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const policyParser = 'policy-parser.cjs';

/** @type {import('esbuild').Plugin} */
const policyParserApart = {
  name: 'policy-parser-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/parse-policy\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${policyParser}`, external: true } : undefined,
    );
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: project,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // As `require`, which the compile cache covers and which needs no loader of ES modules.
  supported: { 'dynamic-import': false },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
};

for (const file of ['main.cjs', policyParser]) await rm(join(project, 'dist', file), { force: true });
await build({
  ...shared,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.cjs',
  plugins: [policyParserApart],
});
await build({
  ...shared,
  entryPoints: [
    fileURLToPath(new URL('../../../packages/schema/src/policy/parse-policy.ts', import.meta.url)),
  ],
  outfile: `dist/${policyParser}`,
});
