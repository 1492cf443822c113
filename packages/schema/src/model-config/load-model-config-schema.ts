/** The zod schema of model-config.yaml and the JSON Schema made from it; loaded on demand, since zod is slow to start. */
export async function loadModelConfigSchema() {
  return import('./model-config-schema.ts');
}
