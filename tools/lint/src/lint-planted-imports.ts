import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { plantedImports } from './planted-imports.ts';

/** Prints, as JSON, the rules that refuse each planted import; run by the test in a process of its own. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
process.chdir(root);
// The boundaries rule skips itself, with a line on the console only, when no project graph is cached.
await createProjectGraphAsync();
const eslint = new ESLint({ cwd: root });
const refusals: string[][] = [];
for (const { file, code } of plantedImports) {
  const results = await eslint.lintText(code, { filePath: join(root, file) });
  refusals.push(
    results.flatMap((result) => result.messages.map((message) => message.ruleId ?? message.message)),
  );
}
console.log(JSON.stringify(refusals));
