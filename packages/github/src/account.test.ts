import { isSameAccount, readAccount } from './account.ts';

test.each([
  ['a person', { login: 'Mia', id: 7, type: 'User' }, { login: 'Mia', id: 7, isPerson: true }],
  ['an App', { login: 'x[bot]', id: 8, type: 'Bot' }, { login: 'x[bot]', id: 8, isPerson: false }],
  [
    'the place of one that is gone',
    { login: 'ghost', id: 9, type: 'User' },
    { login: 'ghost', id: 9, isPerson: false },
  ],
  ['one of no known type', { login: 'mia' }, { login: 'mia', id: null, isPerson: false }],
  ['nobody', null, null],
  ['no login', { id: 7, type: 'User' }, null],
])('%s', (_, user, account) => {
  expect(readAccount(user)).toEqual(account);
});

test.each([
  ['one login in other letters', { login: 'mia', id: null }, { login: 'MIA', id: null }, true],
  ['one account with a new login', { login: 'mia', id: 7 }, { login: 'mia2', id: 7 }, true],
  ['one login that somebody else has by now', { login: 'mia', id: 7 }, { login: 'mia', id: 8 }, true],
  ['two accounts without numbers', { login: 'mia', id: null }, { login: 'bob', id: null }, false],
  ['two accounts', { login: 'mia', id: 7 }, { login: 'bob', id: 8 }, false],
])('%s', (_, a, b, isSame) => {
  expect(isSameAccount(a, b)).toBe(isSame);
});
