import { searchQuery, splitWords } from './search-words.ts';

test.each([
  ['Give llama-2/70B more GPUs', ['give', 'llama', '2', '70b', 'more', 'gpus']],
  ['tp 4 GPUs → pptp 8 GPUs', ['tp', '4', 'gpus', 'pptp', '8']],
  ['ÄÖ é ﬁne', ['äö', 'é', 'fine']],
  ["' & | ! : * \\ \0 \uD800", []],
])('%j has the words %j', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});

test('a search finds beginnings of all its words, and has only letters and digits in it', () => {
  expect(searchQuery("Ann's  GPU")).toBe("'ann':* & 's':* & 'gpu':*");
  expect(searchQuery(' \'" ')).toBeNull();
  expect(searchQuery('x'.repeat(5_000))?.length).toBe(104);
  expect(
    searchQuery(Array.from({ length: 100 }, (_, index) => `w${index}`).join(' '))?.split('&'),
  ).toHaveLength(12);
});
