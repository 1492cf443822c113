import { rules } from '@topodiff/rules';
import { loadPolicyJsonSchema } from './load-policy-json-schema.ts';
import { generatePolicySchema } from './policy-schema.ts';

test('the JSON Schema knows the keys, the rules, and that somebody must be able to approve', async () => {
  const text = generatePolicySchema(await loadPolicyJsonSchema()).get('docs/reference/policy.schema.json');
  expect(JSON.parse(text ?? '')).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    additionalProperties: false,
    properties: {
      rules: { propertyNames: { enum: rules.map(({ id }) => id).sort() } },
      hosts: { items: { required: ['name', 'paths'], additionalProperties: false } },
      approvals: { required: ['require'], anyOf: [{ required: ['permission'] }, { required: ['owners'] }] },
    },
  });
});
