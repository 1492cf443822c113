import { escapeCommandData, escapeCommandProperty } from './escape-workflow-command.ts';

test.each([
  ['100%', '100%25', '100%25'],
  ['%0A', '%250A', '%250A'],
  ['a:b,c', 'a:b,c', 'a%3Ab%2Cc'],
  ['a\r\nb', 'a\\r\\nb', 'a\\r\\nb'],
  ['\u001b[31m', '\\x1b[31m', '\\x1b[31m'],
])('%j as data and as property', (text, data, property) => {
  expect(escapeCommandData(text)).toBe(data);
  expect(escapeCommandProperty(text)).toBe(property);
});
