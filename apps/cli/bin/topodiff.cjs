#!/usr/bin/env node
// The command as npm links it: it exists before the build, and says so when the build is missing.
// CommonJS, as the bundle is: Node's loader of ES modules costs a third of a bare start.
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const dist = join(__dirname, '../dist');
const bundle = join(dist, 'main.cjs');
/** The code that scripts/build.mjs kept for this Node: by command, and of the parser of policies. */
const keptCode = join(dist, 'kept-code', `${process.version}-${process.platform}-${process.arch}`);
const [, , command = ''] = process.argv;

/** `require` of a file of the bundle with its kept code; V8 looks at it again, and compiles the text where it does not fit. */
function load(file, code) {
  const { Script } = require('node:vm');
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    // Places in stacks are those of the file.
    columnOffset: -Module.wrap('').indexOf('\n'),
    cachedData: readFileSync(join(keptCode, code)),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, requireInBundle, module, file, dist);
  return module.exports;
}

const loaded = new Map();

/** What the bundle requires: built-in modules, and the parser of policies. */
function requireInBundle(name) {
  if (!name.startsWith('./')) return require(name);
  const file = join(dist, name);
  if (!loaded.has(file)) loaded.set(file, load(file, name));
  return loaded.get(file);
}

if (/^[a-z]+$/.test(command) && existsSync(join(keptCode, command))) {
  load(bundle, command);
} else if (existsSync(bundle)) {
  // Saves compiling the bundle on every later start; Node before 22.8 has no such cache.
  Module.enableCompileCache?.();
  require(bundle);
} else {
  process.stderr.write('topodiff: not built yet: run `npm run build` in the project first\n');
  process.exitCode = 2;
}
