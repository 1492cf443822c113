import { correctDescription } from './correct-description.ts';
import { readAt } from './description.ts';
import type { JsonObject } from './description.ts';
import { loadGitHubDescription } from './exchange-checker.ts';

const properties = { line: { type: 'integer' }, position: { type: 'integer' }, path: { type: 'string' } };
const described = (changed: JsonObject): JsonObject => ({
  components: { schemas: { 'pull-request-review-comment': { properties: { ...properties, ...changed } } } },
});

test('lets a review comment be without lines, and nothing else', () => {
  expect(correctDescription(described({}))).toEqual(
    described({ line: { type: 'integer', nullable: true }, position: { type: 'integer', nullable: true } }),
  );
});

test('notices that a mistake was mended', () => {
  expect(() => correctDescription(described({ line: { type: 'integer', nullable: true } }))).toThrow(
    "The description's pull-request-review-comment.line is not as it was",
  );
});

test('was done to the committed part', () => {
  expect(
    readAt(
      loadGitHubDescription(),
      ...['components', 'schemas', 'pull-request-review-comment', 'properties', 'line', 'nullable'],
    ),
  ).toBe(true);
});
