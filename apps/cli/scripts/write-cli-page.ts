import { mkdirSync, writeFileSync } from 'node:fs';
import { renderCliPage } from '../src/cli-page.ts';

const folder = new URL('../../../docs/reference/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('cli.md', folder), renderCliPage());
