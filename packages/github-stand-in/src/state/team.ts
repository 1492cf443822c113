/** Someone's place in a team; `pending` is an invitation that was not accepted yet. */
export interface TeamMembership {
  readonly login: string;
  readonly role: 'member' | 'maintainer';
  readonly state: 'active' | 'pending';
}

/** A login for an active member, or the membership as it is to be. */
export type TeamMember = string | (Pick<TeamMembership, 'login'> & Partial<TeamMembership>);

/** A team of an organization. */
export interface Team {
  readonly organization: string;
  readonly slug: string;
  readonly members: readonly TeamMembership[];
}

/**
 * A team whose members are active and no maintainers, where nothing else is said of them.
 *
 * @param fullName - `organization/slug`
 * @throws Error when it is not of that form
 */
export function createTeam(fullName: string, members: readonly TeamMember[]): Team {
  const [organization = '', slug = '', ...rest] = fullName.split('/');
  if (organization === '' || slug === '' || rest.length > 0) {
    throw new Error(`"${fullName}" is not organization/team`);
  }
  return {
    organization,
    slug,
    members: members.map((member) => ({
      role: 'member',
      state: 'active',
      ...(typeof member === 'string' ? { login: member } : member),
    })),
  };
}
