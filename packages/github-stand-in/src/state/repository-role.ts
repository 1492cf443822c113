/** What a person may do in a repository, from most to least. */
export type RepositoryRole = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

/** The permission that GitHub's older answers know: they have neither `maintain` nor `triage`. */
export function legacyPermission(role: RepositoryRole): 'admin' | 'write' | 'read' | 'none' {
  if (role === 'maintain') return 'write';
  return role === 'triage' ? 'read' : role;
}

/** Whether a role includes another one. */
export function isRoleEnough(role: RepositoryRole, needed: RepositoryRole): boolean {
  const order: readonly RepositoryRole[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];
  return order.indexOf(role) >= order.indexOf(needed);
}
