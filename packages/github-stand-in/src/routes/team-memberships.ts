import { answerJson } from '../server/answer.ts';
import { notFound } from '../server/refusal.ts';
import { defineOrganizationRoute } from '../server/route.ts';

export const getTeamMembership = defineOrganizationRoute({
  method: 'GET',
  path: '/orgs/{org}/teams/{team_slug}/memberships/{username}',
  accepts: [{ members: 'read' }],
  answer: ({ state, urls, params }) => {
    const team = state.team(`${params['org'] ?? ''}/${params['team_slug'] ?? ''}`);
    const login = (params['username'] ?? '').toLowerCase();
    const member = team?.members.find((candidate) => candidate.login.toLowerCase() === login);
    if (team === undefined || member === undefined) throw notFound();
    const { role, state: membership } = member;
    const url = `${urls.api}/orgs/${team.organization}/teams/${team.slug}/memberships/${member.login}`;
    return answerJson({ state: membership, role, url });
  },
});
