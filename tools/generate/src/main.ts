import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compareGenerated } from './compare-generated.ts';
import { loadGeneratedFiles, writeGeneratedFiles } from './generated-files.ts';
import { generators } from './generators.ts';
import { createRule } from './new-rule.ts';

const usage = 'usage: node tools/generate/src/main.ts [--check | new-rule ID]';
const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/** Writes the generated files, or compares them with what is on disk: exit code 1 when anything is not as generated. */
async function run([command, id, ...rest]: readonly string[]): Promise<number> {
  if (command === 'new-rule' && id !== undefined && rest.length === 0) return startRule(id);
  if ((command !== undefined && command !== '--check') || id !== undefined) throw new Error(usage);
  const expected = new Map<string, string>();
  for (const generator of generators) {
    for (const [path, text] of await generator.generate()) expected.set(path, text);
  }
  const owned = generators.flatMap((generator) => generator.owns);
  const differences = compareGenerated(expected, await loadGeneratedFiles(root, owned));
  if (command === '--check') {
    for (const { path, kind } of differences) console.log(`${path}: ${kind}`);
    console.log(
      differences.length === 0
        ? `${expected.size} generated files are up to date`
        : `${differences.length} of ${expected.size} generated files are not up to date; run npm run generate`,
    );
    return differences.length === 0 ? 0 : 1;
  }
  await writeGeneratedFiles(root, expected, differences);
  for (const { path, kind } of differences)
    console.log(`${path}: ${kind === 'extra' ? 'removed' : 'written'}`);
  console.log(`${expected.size} generated files, ${differences.length} changed`);
  return 0;
}

async function startRule(id: string): Promise<number> {
  const registry = await readFile(`${root}/packages/rules/src/registry.ts`, 'utf8');
  const files = createRule(id, registry);
  const differences = [...files.keys()].map((path) => ({ path, kind: 'different' as const }));
  await writeGeneratedFiles(root, files, differences);
  for (const path of files.keys()) console.log(path);
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
