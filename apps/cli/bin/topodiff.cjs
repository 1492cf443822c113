#!/usr/bin/env node
// The command as npm links it: it exists before the build, and says so when the build is missing.
// CommonJS, as the bundle is: Node's loader of ES modules costs a third of a bare start.
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const bundle = join(__dirname, '../dist/main.cjs');
if (existsSync(bundle)) {
  // Saves compiling the bundle on every later start; Node before 22.8 has no such cache.
  require('node:module').enableCompileCache?.();
  require(bundle);
} else {
  process.stderr.write('topodiff: not built yet: run `npm run build` in the project first\n');
  process.exitCode = 2;
}
