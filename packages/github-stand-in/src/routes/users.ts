import { answerJson } from '../server/answer.ts';
import { paginate } from '../server/paginate.ts';
import { defineUserRoute } from '../server/route.ts';
import { describePublicUser } from '../views/describe-account.ts';
import { describeRepository } from '../views/describe-repository.ts';

export const getAuthenticatedUser = defineUserRoute({
  method: 'GET',
  path: '/user',
  answer: ({ urls, token }) => answerJson(describePublicUser(urls, token.account)),
});

export const listRepositoriesOfUser = defineUserRoute({
  method: 'GET',
  path: '/user/repos',
  answer: (request) => {
    const { state, urls, token } = request;
    const listed = state.repositories
      .filter((repository) => token.repositories.has(repository) && repository.isListedFor(token.account))
      .toSorted((a, b) => (a.fullName < b.fullName ? -1 : 1));
    const { items, headers } = paginate(request, listed);
    return answerJson(
      items.map((repository) => describeRepository(urls, repository)),
      200,
      headers,
    );
  },
});
