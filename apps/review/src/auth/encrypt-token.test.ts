import { decryptToken, encryptToken } from './encrypt-token.ts';

const key = new Uint8Array(32).fill(1);

test('gives a text back to the same key and purpose only', () => {
  const encrypted = encryptToken(key, 'github-token', 'ghu_ä');
  expect(decryptToken(key, 'github-token', encrypted)).toBe('ghu_ä');
  expect(decryptToken(key, 'sign-in', encrypted)).toBeNull();
  expect(decryptToken(new Uint8Array(32).fill(2), 'github-token', encrypted)).toBeNull();
});

test('takes nothing that was changed, cut or made up', () => {
  const encrypted = Buffer.from(encryptToken(key, 'github-token', 'ghu_a'), 'base64url');
  for (let at = 0; at < encrypted.length; at += 1) {
    const changed = Buffer.from(encrypted);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(decryptToken(key, 'github-token', changed.toString('base64url'))).toBeNull();
  }
  const short = encrypted.subarray(0, 27).toString('base64url');
  for (const text of ['', 'a', short, '☃']) expect(decryptToken(key, 'github-token', text)).toBeNull();
});

test('encrypts the same text to something else each time', () => {
  expect(encryptToken(key, 'sign-in', 'a')).not.toBe(encryptToken(key, 'sign-in', 'a'));
});
