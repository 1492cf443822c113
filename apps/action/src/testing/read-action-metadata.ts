import { readFileSync } from 'node:fs';

/** What action.yml declares. */
export interface ActionMetadata {
  readonly inputs: ReadonlyMap<string, { readonly default: string }>;
  readonly outputs: readonly string[];
  readonly main: string;
}

/**
 * Reads action.yml of this repository. It knows only the plain layout that the file keeps: two spaces before a
 * name, four before its fields, defaults on one line.
 *
 * @throws Error when a line does not keep to it
 */
export function readActionMetadata(): ActionMetadata {
  const text = readFileSync(new URL('../../../../action.yml', import.meta.url), 'utf8');
  const inputs = new Map<string, { default: string }>();
  const outputs: string[] = [];
  let main = '';
  let section = '';
  let name = '';
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#') || /^ {6}/.test(line)) continue;
    const [, indentation = '', key, value = ''] = /^( *)([\w-]+):(?: (.*))?$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`action.yml has a line of another layout: ${line}`);
    if (indentation === '') section = key;
    else if (indentation.length === 2) {
      name = key;
      if (section === 'inputs') inputs.set(name, { default: '' });
      if (section === 'outputs') outputs.push(name);
      if (section === 'runs' && name === 'main') main = value;
    } else if (section === 'inputs' && key === 'default') {
      inputs.set(name, { default: value.replace(/^'(.*)'$/, '$1') });
    }
  }
  return { inputs, outputs, main };
}
