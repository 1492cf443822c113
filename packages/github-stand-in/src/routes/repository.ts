import { answerJson } from '../server/answer.ts';
import { defineRoute } from '../server/route.ts';
import { describeFullRepository } from '../views/describe-repository.ts';

export const getRepository = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}',
  accepts: [],
  answer: ({ urls, repository }) => answerJson(describeFullRepository(urls, repository)),
});
