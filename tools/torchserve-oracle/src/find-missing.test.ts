import { findMissing } from './find-missing.ts';

const found: Readonly<Record<string, string>> = {
  'python3 --version': 'Python 3.11.7\n',
  'java -version': 'openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment\n',
  'javac -version': 'javac 17.0.15\n',
};

test('a machine with Python 3 and a JDK lacks nothing', () => {
  expect(findMissing((program, option) => found[`${program} ${option}`])).toEqual([]);
});

test('a bare machine lacks all three', () => {
  expect(findMissing(() => undefined)).toEqual([
    'Python 3.8 or later (python3)',
    'Java 17 or later (java)',
    "the JDK's compiler, 17 or later (javac)",
  ]);
});

test.each([
  ['python3', 'Python 2.7.18', 'Python 3.8 or later (python3)'],
  ['python3', 'Python 3.7.9', 'Python 3.8 or later (python3)'],
  ['java', 'java version "1.8.0_202"', 'Java 17 or later (java)'],
  ['javac', 'javac 11.0.2', "the JDK's compiler, 17 or later (javac)"],
])('an old %s (%s) is missing', (old, text, missing) => {
  const ask = (program: string, option: string): string | undefined =>
    program === old ? text : found[`${program} ${option}`];
  expect(findMissing(ask)).toEqual([missing]);
});
