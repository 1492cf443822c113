// The licence notices of everything from outside that is in a bundle. The builds of the apps that ship one call it.
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/**
 * One text with the notice of each bundled package, by name.
 * @param {string} project folder that esbuild ran in
 * @param {readonly import('esbuild').Metafile[]} metafiles what esbuild says of each file that it wrote
 * @throws {Error} when a package has no licence file
 */
export async function collectLicenses(project, metafiles) {
  const sources = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path);
  const folders = new Set();
  for (const source of sources) {
    const parts = resolve(project, source).split(sep);
    const index = parts.lastIndexOf('node_modules');
    if (index === -1) continue;
    const depth = parts[index + 1]?.startsWith('@') ? 3 : 2;
    folders.add(parts.slice(0, index + depth).join(sep));
  }
  const notices = await Promise.all([...folders].map(readNotice));
  notices.sort((a, b) => (a.title < b.title ? -1 : 1));
  const sections = notices.map(({ title, text }) => `${title}\n${'-'.repeat(title.length)}\n\n${text}\n`);
  return `Third-party software in this folder's files, with the notices that its licences ask for.\n\n${sections.join('\n')}`;
}

async function readNotice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const names = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|notice)/i.test(file)).sort();
  if (names.length === 0) throw new Error(`${name} is bundled and has no licence file`);
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  const text = texts.map((part) => part.replaceAll('\r\n', '\n').trim()).join('\n\n');
  return { title: `${name} ${version} (${license})`, text };
}
