// Fails unless dist is what the sources build.
//   check-dist.mjs           judges the commit: refuses a dist that differs from it, deletes it, builds, compares
//   check-dist.mjs FOLDER    compares a folder as it is, without git
import { execFileSync } from 'node:child_process';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleAction, distFolder } from './bundle.mjs';

const [folder] = process.argv.slice(2);
process.exitCode = folder === undefined ? await checkCommit() : await compare(resolve(folder));

async function checkCommit() {
  const git = (...args) => execFileSync('git', args, { cwd: join(distFolder, '..'), encoding: 'utf8' });
  const dirty = git('status', '--porcelain', '--untracked-files=all', '--ignored', '--', 'dist');
  if (dirty !== '') {
    console.error(`dist differs from the commit; build it and commit it:\n${dirty}`);
    return 1;
  }
  const committed = await readFolder(distFolder);
  await rm(distFolder, { recursive: true });
  try {
    return report(committed, await bundleAction());
  } finally {
    git('checkout', '--', 'dist');
  }
}

async function compare(folderToCheck) {
  return report(await readFolder(folderToCheck), await bundleAction());
}

async function readFolder(path) {
  const names = (await readdir(path)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(path, name))])));
}

function report(found, built) {
  const names = [...new Set([...found.keys(), ...built.keys()])].sort();
  const differences = names.filter((name) => {
    const [before, after] = [found.get(name), built.get(name)];
    return before === undefined || after === undefined || Buffer.compare(before, after) !== 0;
  });
  if (differences.length === 0) {
    console.log(`dist is what the sources build: ${names.join(', ')}`);
    return 0;
  }
  console.error('dist is not what the sources build; run "npm run build -w apps/action" and commit it:');
  for (const name of differences) {
    console.error(`  ${name}: ${size(found.get(name))} there, ${size(built.get(name))} built`);
  }
  return 1;
}

function size(bytes) {
  return bytes === undefined ? 'nothing' : `${bytes.byteLength} bytes`;
}
