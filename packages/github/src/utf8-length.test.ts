import { utf8Length } from './utf8-length.ts';

test.each(['', 'a', '\u007f\u0080', '\u07ff\u0800', 'ü€', '\uffff', '😀', '\ud800', 'a\udc00b', '\ud83d😀'])(
  'the length of %j is the one of its bytes',
  (text) => {
    expect(utf8Length(text)).toBe(Buffer.byteLength(text));
  },
);
