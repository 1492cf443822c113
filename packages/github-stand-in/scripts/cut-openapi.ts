/**
 * Writes openapi/github-subset.json: the operations of src/routes, cut from GitHub's description and mended by
 * src/openapi/correct-description.ts. Once per new version:
 *
 *     npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz
 *     node scripts/cut-openapi.ts package
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { correctDescription } from '../src/openapi/correct-description.ts';
import { cutDescription } from '../src/openapi/cut-description.ts';
import type { JsonObject } from '../src/openapi/description.ts';
import { routes } from '../src/routes/index.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node scripts/cut-openapi.ts FOLDER_OF_OCTOKIT_OPENAPI');

const readJson = async (...path: string[]): Promise<JsonObject> =>
  JSON.parse(await readFile(join(folder, ...path), 'utf8')) as JsonObject; // both files are JSON objects
const { version = null } = await readJson('package.json');
const subset = cutDescription(await readJson('generated', 'api.github.com.json'), routes, {
  title: "Part of GitHub's OpenAPI description, without prose and examples",
  version: `@octokit/openapi ${JSON.stringify(version).replaceAll('"', '')}`,
  'x-origin':
    'https://github.com/octokit/openapi, generated from https://github.com/github/rest-api-description',
  'x-license': (await readFile(join(folder, 'LICENSE'), 'utf8')).trim(),
});
await writeFile(
  new URL('../openapi/github-subset.json', import.meta.url),
  `${JSON.stringify(correctDescription(subset), null, 1)}\n`,
);
