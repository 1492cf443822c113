// Bundles the service into apps/review/dist: one file to start, and the files that browsers load.
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const project = fileURLToPath(new URL('..', import.meta.url));

await rm(join(project, 'dist'), { recursive: true, force: true });
await build({
  absWorkingDir: project,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.js',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // Packages that find their own files at run time stay packages.
  packages: 'external',
  alias: {},
  plugins: [
    {
      name: 'bundle-workspace',
      setup({ onResolve, resolve }) {
        onResolve({ filter: /^@topodiff\// }, async ({ path, pluginData, ...options }) =>
          pluginData === 'resolved' ? undefined : resolve(path, { ...options, pluginData: 'resolved' }),
        );
      },
    },
  ],
  legalComments: 'none',
  logLevel: 'warning',
});
await cp(join(project, 'src/public'), join(project, 'dist/public'), { recursive: true });
