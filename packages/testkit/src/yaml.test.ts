import { yaml } from './yaml.ts';

describe('yaml', () => {
  test('takes the common indentation and the outer line breaks away', () => {
    expect(yaml`
      a:
        b: 1

      c: 2
    `).toBe('a:\n  b: 1\n\nc: 2\n');
  });

  test('keeps escapes and inserts values', () => {
    expect(yaml`
      a: ${4}\tx
    `).toBe('a: 4\tx\n');
  });

  test('gives the empty text for nothing', () => {
    expect(yaml``).toBe('');
    expect(yaml`
    `).toBe('');
  });
});
