import { entryOf, parseModelConfig, type ConfigValue } from '@topodiff/schema';
import { markdownBanner } from '../banner.ts';
import type { GeneratedFiles } from '../generator.ts';
import { textLine } from '../markdown.ts';

/**
 * The page of the Action's inputs and outputs, from the text of action.yml.
 *
 * @throws Error when action.yml lacks what the page is made of.
 */
export function generateActionPage(actionYaml: string): GeneratedFiles {
  const reading = parseModelConfig(actionYaml).handler;
  if (reading.outcome !== 'loaded') throw new Error(`action.yml: ${reading.problem.message}`);
  const inputs = listEntries(entryOf(reading.root, 'inputs')).map(
    ({ name, value }) => `| \`${name}\` | ${defaultOf(value)} | ${describe(value)} |`,
  );
  const outputs = listEntries(entryOf(reading.root, 'outputs')).map(
    ({ name, value }) => `| \`${name}\` | ${describe(value)} |`,
  );
  const page = [
    markdownBanner(['action.yml']),
    '# The Action: inputs and outputs',
    [
      '```yaml',
      '- uses: owner/topodiff@v1',
      '  with:',
      '    gpus: 8',
      '    config-properties: serving/config.properties',
      '    fail-on: warning',
      '```',
    ].join('\n'),
    '## Inputs',
    ['| Input | Default | Meaning |', '| --- | --- | --- |', ...inputs].join('\n'),
    '## Outputs',
    ['| Output | Meaning |', '| --- | --- |', ...outputs].join('\n'),
  ].join('\n\n');
  return new Map([['docs/reference/action-inputs.md', `${page}\n`]]);
}

function listEntries(map: ConfigValue | undefined): { name: string; value: ConfigValue }[] {
  if (map?.kind !== 'map') throw new Error('action.yml has no inputs or no outputs');
  return map.entries.map(({ key, value }) => ({
    name: key.kind === 'string' ? key.value : key.source,
    value,
  }));
}

function describe(value: ConfigValue): string {
  const description = entryOf(value, 'description');
  if (description?.kind !== 'string') throw new Error('action.yml describes an input or output by no text');
  return textLine(description.value.trim().replaceAll(/\s+/g, ' '));
}

function defaultOf(value: ConfigValue): string {
  const text = entryOf(value, 'default')?.source.replace(/^(['"])(.*)\1$/, '$2') ?? '';
  return text === '' ? '' : `\`${text.replaceAll('|', '\\|')}\``;
}
