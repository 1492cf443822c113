import type { $ZodIssue } from 'zod/v4/core';

/** What is wrong with one value of a policy, for people: what is expected there, and what stands there. */
export function describePolicyIssue(subject: string, issue: $ZodIssue, written: unknown): string {
  const expected = `expected ${describeExpected(issue)}`;
  if (written === undefined) return `${subject} is missing: ${expected}`;
  // What a map as a whole lacks is said by the expectation.
  if (issue.code === 'custom' && typeof written === 'object') return `${subject}: ${expected}`;
  return `${subject}: ${expected}, found ${describeWritten(written)}`;
}

/** A text of the file within a message: in quotes, and cut when it is long. */
export function quoteText(text: string): string {
  return JSON.stringify(text.length > mostShown ? `${text.slice(0, mostShown)}…` : text);
}

const mostShown = 60;

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

function describeExpected(issue: $ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      if (issue.origin === 'string') return 'some text';
      return issue.origin === 'array' ? 'at least one entry' : `a number from ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `at most ${issue.maximum} characters`
        : `a number up to ${issue.maximum}`;
    default:
      return issue.message; // the schema's own words
  }
}

function describeWritten(value: unknown): string {
  if (typeof value === 'string') return quoteText(value);
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (value instanceof Date) return 'a date';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'a map';
}
