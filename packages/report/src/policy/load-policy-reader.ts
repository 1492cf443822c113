/** The reader of `.topodiff.yaml`; loaded on demand, since no command needs it to start. */
export async function loadPolicyReader() {
  return (await import('./read-policy.ts')).readPolicy;
}
