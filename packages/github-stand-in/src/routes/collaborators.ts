import { answerJson } from '../server/answer.ts';
import { Refusal } from '../server/refusal.ts';
import { defineRoute } from '../server/route.ts';
import { isRoleEnough, legacyPermission } from '../state/repository-role.ts';
import { describeAccount } from '../views/describe-account.ts';

export const getCollaboratorPermission = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
  accepts: [],
  answer: ({ state, urls, repository, token, params }) => {
    if (token === null) throw new Refusal(401, 'Requires authentication');
    const login = params['username'] ?? '';
    const account = state.findUser(login);
    if (account === undefined) throw new Refusal(404, `${login} is not a user`);
    const role = repository.roleOf(account);
    return answerJson({
      permission: legacyPermission(role),
      role_name: role,
      user: {
        ...describeAccount(urls, account),
        permissions: {
          admin: isRoleEnough(role, 'admin'),
          maintain: isRoleEnough(role, 'maintain'),
          push: isRoleEnough(role, 'write'),
          triage: isRoleEnough(role, 'triage'),
          pull: isRoleEnough(role, 'read'),
        },
        role_name: role,
      },
    });
  },
});
