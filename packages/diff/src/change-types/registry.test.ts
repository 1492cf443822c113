import { readdirSync } from 'node:fs';
import type { ChangeAction } from '../change.ts';
import { changeTypes, findChangeType } from './registry.ts';

const opposites: Readonly<Record<ChangeAction, ChangeAction>> = {
  added: 'removed',
  removed: 'added',
  increased: 'decreased',
  decreased: 'increased',
  changed: 'changed',
};

test('the folders are the registered ids', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect([...folders].sort()).toEqual(changeTypes.map(({ id }) => id).sort());
});

test.each(changeTypes)('$id is a fact in the past tense, in kebab case', ({ id, description }) => {
  expect(id).toMatch(
    /^[a-z]+(-[a-z]+)*-(added|removed|renamed|increased|decreased|changed|enabled|disabled|ineffective|effective|unreadable|readable|start|again|effect)$/,
  );
  expect(description).toMatch(/^([A-Z]|torchrun ).*\.$/);
});

test.each(changeTypes)(
  '$id turns into its opposite and back when the sides are swapped',
  ({ id, opposite, action }) => {
    const other = findChangeType(opposite);
    expect(other.opposite).toBe(id);
    expect(other.action).toBe(opposites[action]);
  },
);

test.each(changeTypes)('$id ends its impacts with one that always holds', ({ impacts }) => {
  expect(impacts.map(({ holds }) => holds === undefined)).toEqual(
    impacts.map((_, index) => index === impacts.length - 1),
  );
  expect(impacts.map(({ when }) => when === undefined)).toEqual(
    impacts.map((_, index) => index === impacts.length - 1),
  );
  for (const { reason } of impacts) expect(reason).toMatch(/^[A-Z].*\.$/);
});

test('an id that nobody registered is refused', () => {
  expect(() => findChangeType('nothing-happened')).toThrow('There is no change type nothing-happened');
});
