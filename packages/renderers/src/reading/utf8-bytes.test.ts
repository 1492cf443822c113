import { utf8Bytes } from './utf8-bytes.ts';

test.each(['', 'abc', 'ü→中', '😀x😀', 'a\ud800b', '\udc00', '\ud83d', '\ud800\ud800\udc00'])(
  '%j has as many bytes as Node says',
  (text) => {
    expect(utf8Bytes(text)).toBe(Buffer.byteLength(text, 'utf8'));
  },
);
