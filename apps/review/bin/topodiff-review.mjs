#!/usr/bin/env node
// The command as npm links it: it exists before the build, and says so when the build is missing.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

const bundle = new URL('../dist/main.js', import.meta.url);
if (existsSync(bundle)) {
  enableCompileCache?.();
  await import(bundle.href);
} else {
  process.stderr.write('topodiff-review: not built yet: run `npm run build` in the project first\n');
  process.exitCode = 2;
}
