// Makes the action's bundle in memory: the same sources give the same bytes, so that it can be compared as well as written.
import { build } from 'esbuild';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectLicenses } from '../../../tools/licenses/collect-licenses.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
/** The committed folder that the bundle is written to and compared with. */
export const distFolder = join(project, 'dist');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: project,
  bundle: true,
  write: false,
  metafile: true,
  platform: 'node',
  target: 'node24',
  charset: 'utf8',
  legalComments: 'none',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
};

/**
 * What makes the start fast: GitHub's client and the reader of policies are files of their own that are loaded on use, and of
 * @actions/core only what is called is kept (its OpenID helper alone would bring an HTTP client).
 * @type {import('esbuild').Plugin}
 */
const startFast = {
  name: 'start-fast',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /\/connect-github\.ts$/ }, () => ({ path: './connect-github.cjs', external: true }));
    onResolve({ filter: /\/connect-review-service\.ts$/ }, () => ({
      path: './connect-review-service.cjs',
      external: true,
    }));
    onResolve({ filter: /\/parse-policy\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './parse-policy.js', external: true } : undefined,
    );
    onResolve({ filter: /^@actions\/|^\.\.?\// }, async ({ path, pluginData, ...options }) => {
      if (pluginData === 'resolved' || !/@actions/.test(path + options.importer)) return undefined;
      const { importer, kind, namespace, resolveDir } = options;
      const found = await resolve(path, { importer, kind, namespace, resolveDir, pluginData: 'resolved' });
      return { ...found, sideEffects: false };
    });
  },
};

/**
 * The files of `dist` by name.
 * @returns {Promise<Map<string, Uint8Array>>}
 */
export async function bundleAction() {
  const builds = await Promise.all([
    build({
      ...shared,
      entryPoints: ['src/main.ts'],
      outfile: 'dist/main.js',
      format: 'esm',
      plugins: [startFast],
    }),
    build({
      ...shared,
      entryPoints: { 'parse-policy': '../../packages/schema/src/policy/parse-policy.ts' },
      outdir: 'dist',
      format: 'esm',
      // Its build for Node is CommonJS, which an ES module cannot hold.
      alias: { yaml: join(project, '../../node_modules/yaml/browser/index.js') },
    }),
    build({
      ...shared,
      entryPoints: ['src/connect-review-service.ts'],
      outfile: 'dist/connect-review-service.cjs',
      format: 'cjs',
    }),
    build({
      ...shared,
      entryPoints: ['src/connect-github.ts'],
      outfile: 'dist/connect-github.cjs',
      format: 'cjs',
    }),
  ]);
  const files = new Map();
  for (const { outputFiles } of builds) {
    for (const file of outputFiles) files.set(file.path.slice(distFolder.length + 1), file.contents);
  }
  const notices = await collectLicenses(
    project,
    builds.map(({ metafile }) => metafile),
  );
  files.set('LICENSES.txt', new TextEncoder().encode(notices));
  return files;
}
