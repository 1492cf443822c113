import { loadModelConfigSchema } from '@topodiff/schema';
import { jsonBanner } from '../banner.ts';
import type { GeneratedFiles } from '../generator.ts';

/** The JSON Schema of model-config.yaml for editors, from the zod schema that the field table makes. */
export async function generateModelConfigSchema(): Promise<GeneratedFiles> {
  const { modelConfigJsonSchema } = await loadModelConfigSchema();
  const { $schema, ...schema } = modelConfigJsonSchema();
  const document = {
    $schema,
    $comment: jsonBanner(['packages/schema/src/model-config/fields.ts']),
    ...schema,
  };
  return new Map([['docs/reference/model-config.schema.json', `${JSON.stringify(document, null, 2)}\n`]]);
}
