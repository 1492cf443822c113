import { decodeUtf8 } from './decode-utf8.ts';

test.each([
  ['valid text', [0x61, 0xc3, 0xa9], 'aé', false],
  ['a byte order mark stays', [0xef, 0xbb, 0xbf, 0x61], '\ufeffa', false],
  ['a cut sequence', [0x61, 0xc3], 'a\ufffd', true],
  ['a surrogate in bytes', [0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd', true],
  ['Latin-1', [0xe9, 0x61], '\ufffda', true],
  ['nothing', [], '', false],
])('%s', (_name, bytes, text, hasInvalidUtf8) => {
  expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({ text, hasInvalidUtf8 });
});
