/** The reader of `.topodiff.yaml`; loaded on demand, since it brings a YAML library and zod. */
export async function loadPolicyParser() {
  return import('./parse-policy.ts');
}

/** The zod schema of `.topodiff.yaml` and the JSON Schema made from it; loaded on demand. */
export async function loadPolicySchema() {
  return import('./policy-schema.ts');
}
