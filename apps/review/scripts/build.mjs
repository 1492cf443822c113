// Bundles the service into apps/review/dist: one file to start, and the files that browsers load. Its npm packages stay
// outside.
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { dependencies } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
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
  // Packages that find their own files at run time stay packages. What the project's own packages import from npm is
  // bundled with them: npm may have put it in a folder of theirs, where the bundle would not find it.
  external: Object.keys(dependencies).filter((name) => !name.startsWith('@topodiff/')),
  // CommonJS packages in the bundle require what Node has built in.
  banner: {
    js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'warning',
});
await cp(join(project, 'src/public'), join(project, 'dist/public'), { recursive: true });
