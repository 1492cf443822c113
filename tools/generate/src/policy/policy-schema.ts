import { rules } from '@topodiff/rules';
import { jsonBanner } from '../banner.ts';
import type { GeneratedFiles } from '../generator.ts';
import type { SchemaPart } from './schema-part.ts';

/**
 * The JSON Schema of `.topodiff.yaml` for editors, from the zod schema that reads it. It offers the ids of the rules, and
 * asks for somebody who may approve, which the zod schema checks by code.
 */
export function generatePolicySchema({ $schema, properties = {}, ...schema }: SchemaPart): GeneratedFiles {
  const document = {
    $schema,
    $comment: jsonBanner(['packages/schema/src/policy/policy-schema.ts']),
    title: 'policy of topodiff',
    ...schema,
    properties: {
      ...properties,
      rules: { ...properties['rules'], propertyNames: { enum: rules.map(({ id }) => id).sort() } },
      approvals: {
        ...properties['approvals'],
        anyOf: [{ required: ['permission'] }, { required: ['owners'] }],
      },
    },
  };
  return new Map([['docs/reference/policy.schema.json', `${JSON.stringify(document, null, 2)}\n`]]);
}
