// Bundles the command into apps/cli/dist. What is imported on demand stays in main.cjs and is evaluated on use; the parser
// of policies, which brings a YAML library and zod, is a file of its own: reading it with the rest would cost each start
// a seventh of its time.
//
// Then it runs each command once and keeps what V8 compiled, in dist/kept-code. Node's own compile cache has only what is
// compiled when a file is loaded; functions are compiled when they are called, and that was half of the start of `check`.
// The code is for the Node that builds; bin/topodiff.cjs starts without it on any other.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectLicenses } from '../../../tools/licenses/collect-licenses.mjs';

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
  metafile: true,
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

// The kept code first: V8 tells by the length of a text whether code is its own.
for (const name of ['kept-code', 'main.cjs', policyParser, 'LICENSES.txt']) {
  rmSync(join(project, 'dist', name), { recursive: true, force: true });
}
const main = await build({
  ...shared,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.cjs',
  plugins: [policyParserApart],
});
const parser = await build({
  ...shared,
  entryPoints: [
    fileURLToPath(new URL('../../../packages/schema/src/policy/parse-policy.ts', import.meta.url)),
  ],
  outfile: `dist/${policyParser}`,
});

const notices = await collectLicenses(project, [main.metafile, parser.metafile]);
writeFileSync(join(project, 'dist/LICENSES.txt'), notices);

/** How each command runs in scripts/warm-up: what it calls there is compiled. */
const warmUps = {
  fix: ['head.yaml', '--dry-run'],
  diff: ['base.yaml', 'head.yaml', '--fail-on', 'never'],
  plan: ['base.yaml', 'head.yaml'],
  effective: ['head.yaml'],
  policy: [],
  rules: [],
  check: ['base.yaml', 'head.yaml', '--fail-on', 'never'],
};

const keptCode = join(project, 'dist/kept-code', `${process.version}-${process.platform}-${process.arch}`);
mkdirSync(keptCode, { recursive: true });
// Empty, they are found and not taken.
for (const name of [...Object.keys(warmUps), policyParser]) writeFileSync(join(keptCode, name), '');
for (const [command, args] of Object.entries(warmUps)) runKeeping(command, args, 'write');
for (const [command, args] of Object.entries(warmUps)) runKeeping(command, args, 'check');

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {'write' | 'check'} mode
 */
function runKeeping(command, args, mode) {
  // Flags of V8 would be flags of the code.
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const preload = join(project, 'scripts/keep-code.cjs');
  execFileSync(
    process.execPath,
    ['--require', preload, join(project, 'bin/topodiff.cjs'), command, ...args],
    {
      cwd: join(project, 'scripts/warm-up'),
      env: { ...env, KEEP_CODE: mode, KEEP_CODE_FOLDER: keptCode },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
}
