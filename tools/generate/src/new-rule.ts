import type { GeneratedFiles } from './generator.ts';

const folder = 'packages/rules/src';

/**
 * The files of a new rule: metadata to fill in, a check that finds nothing, a case that fails because of it, and the
 * registry with one line more.
 *
 * @throws Error when the id is no kebab-case name or is taken.
 */
export function createRule(id: string, registry: string): GeneratedFiles {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) throw new Error(`"${id}" is no id in kebab case`);
  if (registry.includes(`'./rules/${id}/rule.ts'`)) throw new Error(`There is a rule ${id} already`);
  const name = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return new Map([
    [`${folder}/rules/${id}/rule.ts`, ruleText(id, name)],
    [`${folder}/rules/${id}/cases.ts`, casesText(name)],
    [`${folder}/rules/${id}/rule.test.ts`, testText(name)],
    [`${folder}/registry.ts`, addLine(registry, id, name)],
  ]);
}

function ruleText(id: string, name: string): string {
  return `import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const ${name} = defineRule({
  id: '${id}',
  description: 'Disallow what this rule is about',
  rationale: 'What TorchServe does, and why that matters.',
  area: 'workers',
  severity: 'warning',
  presets: ['strict'],
  needs: 'effective-config',
  evidence: ['source'],
  upstream: [torchserve('wlm/Model.java', 'the method')],
  messages: {
    found: 'minWorkers is {min}.',
  },
  suggestions: { found: 'Write something else.' },
  check: () => [],
});
`;
}

function casesText(name: string): string {
  return `import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { ${name} } from './rule.ts';

export const cases = defineCases(${name}, {
  valid: [
    {
      name: 'where the rule stops',
      example: true,
      source: yaml\`
        minWorkers: 1
      \`,
    },
  ],
  invalid: [
    {
      name: 'what the rule finds',
      example: true,
      source: yaml\`
        minWorkers: 2
        #           ^ found {"min":2}
      \`,
    },
  ],
});
`;
}

function testText(name: string): string {
  return `import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { ${name} } from './rule.ts';

testRule(${name}, cases);
`;
}

/** The import and the entry, each in its place of the alphabet. */
function addLine(registry: string, id: string, name: string): string {
  const lines = registry.split('\n');
  const insert = (line: string, isPeer: (candidate: string) => boolean): void => {
    const last = lines.findLastIndex(isPeer);
    const next = lines.findIndex((candidate) => isPeer(candidate) && idOf(candidate) > idOf(line));
    lines.splice(next === -1 ? last + 1 : next, 0, line);
  };
  const ids = new Map(
    [...registry.matchAll(/import \{ (\w+) \} from '\.\/rules\/([\w-]+)\/rule\.ts';/g)].map((match) => [
      match[1],
      match[2] ?? '',
    ]),
  );
  ids.set(name, id);
  const idOf = (line: string): string => ids.get(/(\w+)(?: \} from|,$)/.exec(line)?.[1]) ?? '';
  insert(`import { ${name} } from './rules/${id}/rule.ts';`, (line) => line.includes("from './rules/"));
  insert(`  ${name},`, (line) => /^ {2}\w+,$/.test(line));
  return lines.join('\n');
}
