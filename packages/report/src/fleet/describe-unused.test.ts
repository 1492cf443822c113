import { makePolicy } from '../testing/make-policy.ts';
import { makeModel, reviewModels } from '../testing/review-texts.ts';

const text = 'minWorkers: 1\nmaxWorkers: 1\n';
const model = (path: string) => makeModel(text, text, { path });
const untouchedModels = [model('llama/model-config.yaml'), model('bert/model-config.yaml')];

async function unusedOf(policy: string, input: Parameters<typeof reviewModels>[1] = { untouchedModels }) {
  const { notices } = reviewModels([], { policy: await makePolicy(policy), ...input });
  return notices.filter(({ code }) => code === 'policy-unused');
}

test('budgets and pools whose globs name no model are told, and decide nothing', async () => {
  const unused = await unusedOf(`
budgets: [{ gpus: 8 }, { name: llm, paths: [llama], gpus: 2 }]
hosts: [{ name: big, paths: [lama/**], gpus: 8 }, { name: small, paths: [bert/**], gpus: 1 }]
`);
  expect(unused).toEqual([
    {
      code: 'policy-unused',
      severity: 'info',
      message:
        'The policy has what holds for no model that was read: budget llm, pool big. All that a folder holds is folder/**, and the first pool that names a file is its own.',
      path: null,
    },
  ]);
});

test('a pool behind one that takes all its files is unused too', async () => {
  const [unused] = await unusedOf('hosts: [{ name: a, paths: ["**"] }, { name: b, paths: [llama/**] }]\n');
  expect(unused?.message).toContain(': pool b.');
});

test('of many five are named', async () => {
  const budgets = Array.from({ length: 7 }, (_, index) => `{ name: t${index}, paths: [x], gpus: 1 }`);
  const [unused] = await unusedOf(`budgets: [${budgets.join(', ')}]\n`);
  expect(unused?.message).toContain(': budget t0, budget t1, budget t2, budget t3, budget t4 and 2 more.');
});

test.each([
  ['all are used', 'budgets: [{ gpus: 8 }, { paths: [llama/**], gpus: 2 }]\n', { untouchedModels }],
  ['nobody looked for the other models', 'budgets: [{ paths: [x], gpus: 2 }]\n', {}],
  ['there is no model', 'budgets: [{ paths: [x], gpus: 2 }]\n', { untouchedModels: [] }],
])('nothing is told where %s', async (_, policy, input) => {
  expect(await unusedOf(policy, input)).toEqual([]);
});

test('what a model leaves or comes to is used', async () => {
  const moved = makeModel(text, text, {
    path: 'new/model-config.yaml',
    previousPath: 'old/model-config.yaml',
  });
  const policy = await makePolicy('budgets: [{ paths: [old/**], gpus: 2 }, { paths: [new/**], gpus: 2 }]\n');
  const { notices } = reviewModels([moved], { policy, untouchedModels });
  expect(notices).toEqual([]);
});
