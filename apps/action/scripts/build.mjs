// Writes the action's bundle to dist, which is committed: a runner uses it as it is in the repository.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleAction, distFolder } from './bundle.mjs';

const files = await bundleAction();
await rm(distFolder, { recursive: true, force: true });
await mkdir(distFolder, { recursive: true });
for (const [name, bytes] of files) {
  await writeFile(join(distFolder, name), bytes);
  console.log(`dist/${name}  ${(bytes.byteLength / 1024).toFixed(0)} KiB`);
}
