// Loaded before the command by build.mjs: keeps the code that V8 compiled for a run, or makes sure that V8 takes it.
'use strict';
const { writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const vm = require('node:vm');

const { KEEP_CODE: mode, KEEP_CODE_FOLDER: folder } = process.env;
const [, , command] = process.argv;

vm.Script = class extends vm.Script {
  constructor(text, options) {
    super(text, options);
    const name = basename(options.filename);
    const file = join(folder, name === 'main.cjs' ? command : name);
    if (mode === 'check') {
      if (this.cachedDataRejected !== false) throw new Error(`V8 does not take the code of ${file}`);
      return;
    }
    // At the end: what was not called by then is not compiled, and would not be in it.
    process.on('exit', () => writeFileSync(file, this.createCachedData()));
  }
};
