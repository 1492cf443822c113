// Unpacks the browser of @sparticuz/chromium into the folder for temporary files (TMPDIR), where that package puts it. Runs
// as a process of its own: a folder of its own is told by its environment only.
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

await chromium.executablePath();
// Libraries that a small system lacks.
await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))));
