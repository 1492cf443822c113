import { markdownBanner } from '../banner.ts';
import type { GeneratedFiles } from '../generator.ts';
import { codeBlock, textLine } from '../markdown.ts';
import { policyExample } from './policy-example.ts';
import { policySections } from './policy-sections.ts';
import type { SchemaPart } from './schema-part.ts';

/** The reference page of `.topodiff.yaml`: every key, a complete example, and what the keys do together. */
export function generatePolicyPage(schema: SchemaPart): GeneratedFiles {
  const nested = Object.entries(schema.properties ?? {}).flatMap(([key, part]) => {
    const map = part.items ?? part;
    return map.properties === undefined ? [] : [`## ${key}`, generateTable(map)];
  });
  const blocks = [
    markdownBanner(['packages/schema/src/policy/policy-schema.ts', 'tools/generate/src/policy']),
    '# .topodiff.yaml',
    'The policy of a team: host pools, severities, accepted findings, budgets, prices and approvals. It is optional, and so is every key at the top level. The first line of the example lets editors complete and check the file with [policy.schema.json](policy.schema.json).',
    codeBlock('yaml', policyExample),
    '## Top level',
    generateTable(schema),
    ...nested,
    ...policySections,
  ];
  return new Map([['docs/reference/policy.md', `${blocks.join('\n\n')}\n`]]);
}

function generateTable({ properties = {}, required = [] }: SchemaPart): string {
  return [
    '| Key | Type | Meaning |',
    '| --- | --- | --- |',
    ...Object.entries(properties).map(([key, part]) => {
      const needed = required.includes(key) ? ', required' : '';
      return `| \`${key}\` | ${describeType(part)}${needed} | ${textLine(part.description ?? '')} |`;
    }),
  ].join('\n');
}

function describeType(part: SchemaPart): string {
  const { type, items, additionalProperties, minimum } = part;
  if (part.enum !== undefined) return part.enum.map((value) => `\`${value}\``).join(', ');
  if (items !== undefined) {
    if (items.properties !== undefined) return 'list of maps';
    return items.enum === undefined ? 'list of texts' : `list of ${describeType(items)}`;
  }
  if (part.format === 'date') return 'day, as `2027-01-31`';
  if (type === 'integer') return `whole number from ${minimum}`;
  if (type === 'number') return `number from ${minimum}`;
  if (type === 'boolean') return '`true` or `false`';
  if (type === 'string') return 'text';
  return typeof additionalProperties === 'object'
    ? `map of rule ids to ${describeType(additionalProperties)}`
    : 'map';
}
