import { loadPolicySchema } from '@topodiff/schema';
import type { SchemaPart } from './schema-part.ts';

/** The JSON Schema that zod makes of the policy. */
export async function loadPolicyJsonSchema(): Promise<SchemaPart> {
  const { buildPolicyJsonSchema } = await loadPolicySchema();
  return buildPolicyJsonSchema(); // what zod writes of maps, lists and scalars
}
