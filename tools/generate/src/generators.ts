import { readFile } from 'node:fs/promises';
import { loadReportSchema } from '@topodiff/report';
import { fields } from '@topodiff/schema';
import { generateActionPage } from './action/action-page.ts';
import { generateChangeDocs } from './changes/change-docs.ts';
import { loadChangeEntries } from './changes/load-change-entries.ts';
import type { Generator } from './generator.ts';
import { generateModelConfigPage } from './model-config/model-config-page.ts';
import { generateModelConfigSchema } from './model-config/model-config-schema.ts';
import { loadPolicyJsonSchema } from './policy/load-policy-json-schema.ts';
import { generatePolicyPage } from './policy/policy-page.ts';
import { generatePolicySchema } from './policy/policy-schema.ts';
import { generateReportSchema } from './report/report-schema.ts';
import { loadRulePages } from './rules/load-rule-pages.ts';
import { generateRuleDocs } from './rules/rule-docs.ts';

/** Everything that is generated. A new generator is one entry here. */
export const generators: readonly Generator[] = [
  {
    name: 'pages of the rules',
    owns: ['docs/rules/'],
    generate: async () => generateRuleDocs(await loadRulePages()),
  },
  {
    name: 'catalogue of changes',
    owns: ['docs/changes/'],
    generate: async () => generateChangeDocs(await loadChangeEntries()),
  },
  {
    name: 'JSON Schema of the report',
    owns: ['docs/reference/report.schema.json'],
    generate: async () => generateReportSchema(await loadReportSchema()),
  },
  {
    name: "editor's JSON Schema of model-config.yaml",
    owns: ['docs/reference/model-config.schema.json'],
    generate: generateModelConfigSchema,
  },
  {
    name: 'page of model-config.yaml',
    owns: ['docs/reference/model-config.md'],
    generate: () => Promise.resolve(generateModelConfigPage(fields)),
  },
  {
    name: "editor's JSON Schema of the policy",
    owns: ['docs/reference/policy.schema.json'],
    generate: async () => generatePolicySchema(await loadPolicyJsonSchema()),
  },
  {
    name: 'page of the policy',
    owns: ['docs/reference/policy.md'],
    generate: async () => generatePolicyPage(await loadPolicyJsonSchema()),
  },
  {
    name: "page of the Action's inputs and outputs",
    owns: ['docs/reference/action-inputs.md'],
    generate: async () =>
      generateActionPage(await readFile(new URL('../../../action.yml', import.meta.url), 'utf8')),
  },
];
