/** The zod schema of model-config.yaml and the JSON Schema made from it; loaded on demand, since zod is slow to start. */
export function loadModelConfigSchema(): Promise<typeof import('./model-config-schema.ts')> {
  return import('./model-config-schema.ts');
}
