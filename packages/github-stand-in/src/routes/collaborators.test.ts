import { pick } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';

let seeded: Seeded;
afterEach(() => seeded.gitHub.close());

async function permissionOf(login: string): Promise<unknown[]> {
  const to = `/repos/acme/serving/collaborators/${login}/permission`;
  const token = seeded.tokenWith({});
  return pick(await seeded.send({ to, token }), 'permission', 'role_name', 'user.permissions.push');
}

test('tells the role and the older permission that it counts as', async () => {
  seeded = await startSeeded();
  for (const role of ['admin', 'maintain', 'write', 'triage', 'read', 'none'] as const) {
    seeded.repository.setPermission(role, role);
  }
  expect(await permissionOf('Acme')).toEqual(['admin', 'admin', true]);
  expect(await permissionOf('admin')).toEqual(['admin', 'admin', true]);
  expect(await permissionOf('maintain')).toEqual(['write', 'maintain', true]);
  expect(await permissionOf('write')).toEqual(['write', 'write', true]);
  expect(await permissionOf('triage')).toEqual(['read', 'triage', false]);
  expect(await permissionOf('read')).toEqual(['read', 'read', false]);
  expect(await permissionOf('none')).toEqual(['none', 'none', false]);
});

test('lets everybody read what is public, and nobody what is private', async () => {
  seeded = await startSeeded({ visibility: 'public' });
  seeded.gitHub.addUser('bob');
  expect(await permissionOf('bob')).toEqual(['read', 'read', false]);
  await seeded.gitHub.close();
  seeded = await startSeeded();
  seeded.gitHub.addUser('bob');
  expect(await permissionOf('bob')).toEqual(['none', 'none', false]);
});

test('knows only who was named before, and answers nobody without a token', async () => {
  seeded = await startSeeded({ visibility: 'public' });
  const to = '/repos/acme/serving/collaborators/nobody/permission';
  const unknown = await seeded.send({ to });
  expect([unknown.status, ...pick(unknown, 'message')]).toEqual([404, 'nobody is not a user']);
  expect((await seeded.send({ to: to.replace('nobody', 'alice'), token: null })).status).toBe(401);
});
