/**
 * The key of the comment when none is given: workflow file and job, so that two jobs with different settings
 * keep a comment each. Matrix jobs share both and need the input `key`.
 */
export function commentKeyOf(environment: Readonly<Record<string, string | undefined>>): string {
  // `owner/repo/.github/workflows/review.yml@refs/heads/main`
  const workflowRef = environment['GITHUB_WORKFLOW_REF'] ?? '';
  const file = workflowRef.split('@')[0]?.split('/').at(-1) ?? '';
  const workflow = file === '' ? (environment['GITHUB_WORKFLOW'] ?? '') : file;
  return [workflow, environment['GITHUB_JOB'] ?? ''].filter((name) => name !== '').join('/') || 'topodiff';
}
