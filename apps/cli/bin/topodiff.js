#!/usr/bin/env node
// The command as npm links it: it exists before the build, and says so when the build is missing.
import { existsSync } from 'node:fs';
import module from 'node:module';

const bundle = new URL('../dist/main.js', import.meta.url);
if (existsSync(bundle)) {
  // Saves compiling the bundle on every later start; Node before 22.8 has no such cache.
  module.enableCompileCache?.();
  await import(bundle.href);
} else {
  process.stderr.write('topodiff: not built yet: run `npm run build` in the project first\n');
  process.exitCode = 2;
}
