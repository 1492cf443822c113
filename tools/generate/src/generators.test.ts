import { generators } from './generators.ts';

describe('the generators', () => {
  test('do not own the same file', () => {
    const owned = generators.flatMap(({ owns }) => owns);
    for (const [index, path] of owned.entries()) {
      expect(owned.filter((other, at) => at !== index && (other === path || other.startsWith(path)))).toEqual(
        [],
      );
    }
  });

  test.each(generators)('write only what they own: $name', async (generator) => {
    const { owns } = generator;
    for (const [path, text] of await generator.generate()) {
      expect(owns.some((own) => (own.endsWith('/') ? path.startsWith(own) : path === own))).toBe(true);
      expect(text.endsWith('\n')).toBe(true);
      expect(text).toContain('Do not edit.');
    }
  });
});
