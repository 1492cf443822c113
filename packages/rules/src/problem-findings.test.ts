import type { ModelConfigDocument, Problem, ProblemCode, Reading, SourceRange } from '@topodiff/schema';
import { problemsOf, ruleOfProblem } from './problem-findings.ts';

function rangeAt(offset: number): SourceRange {
  return {
    start: { offset, line: 1, column: offset + 1 },
    end: { offset: offset + 1, line: 1, column: offset + 2 },
  };
}

function problem(code: ProblemCode, rejectedBy: Problem['rejectedBy'], offset = 3): Problem {
  return { code, rejectedBy, range: rangeAt(offset), message: '' };
}

/** A document with these problems; a reader that rejects none of them loaded it. */
function documentWith(problems: readonly Problem[], text = 'a: b'): ModelConfigDocument {
  const readingOf = (reader: 'frontend' | 'handler'): Reading => {
    const own = problems.find(({ rejectedBy }) => rejectedBy === reader || rejectedBy === 'both');
    return own === undefined ? { outcome: 'loaded', root: null } : { outcome: 'unreadable', problem: own };
  };
  return {
    text,
    problems,
    frontend: readingOf('frontend'),
    handler: readingOf('handler'),
    duplicateKeys: [],
    plainScalars: [],
    rangeOf: () => ({ range: rangeAt(0), isExact: false }),
    rangeBetween: (start) => rangeAt(start),
  };
}

function ruleOf(only: Problem, text?: string): string {
  return ruleOfProblem(only, documentWith([only], text));
}

describe('ruleOfProblem', () => {
  test.each(['syntax', 'tab-indentation', 'multiple-documents', 'invalid-utf8', 'too-large'] as const)(
    '%s: what only one reader rejects belongs to the rule about that reader',
    (code) => {
      expect(ruleOf(problem(code, 'handler'))).toBe('yaml-python-only-error');
      expect(ruleOf(problem(code, 'frontend'))).toBe('yaml-java-only-error');
    },
  );

  test.each([
    ['syntax', 'yaml-syntax-error'],
    ['undefined-alias', 'yaml-syntax-error'],
    ['tab-indentation', 'yaml-tab-indentation'],
    ['multiple-documents', 'yaml-multiple-documents'],
    ['unsupported-tag', 'yaml-unsupported-tag'],
    ['too-large', 'yaml-syntax-error'],
  ] as const)('%s that both readers reject belongs to %s', (code, rule) => {
    expect(ruleOf(problem(code, 'both'))).toBe(rule);
  });

  test('with a fault of its own for each reader the file is simply unreadable', () => {
    const problems = [problem('too-deep', 'frontend', 3), problem('unhashable-key', 'handler', 5)];
    const document = documentWith(problems);
    expect(problems.map((each) => ruleOfProblem(each, document))).toEqual([
      'yaml-syntax-error',
      'yaml-syntax-error',
    ]);
    expect(problemsOf('yaml-syntax-error', document)).toEqual(problems);
  });

  test('braces of a template belong to the rule about templates', () => {
    expect(ruleOf(problem('unhashable-key', 'handler'), 'a: {{ b }}')).toBe('yaml-unrendered-template');
    expect(ruleOf(problem('unhashable-key', 'handler'), 'a: {b: c}')).toBe('yaml-python-only-error');
  });
});

describe('problemsOf', () => {
  test("keeps to the crash of the frontend's parser, which stops the server", () => {
    const crash = problem('parser-crash', 'frontend', 9);
    const document = documentWith([problem('syntax', 'handler', 3), crash]);
    expect(problemsOf('yaml-java-only-error', document)).toEqual([crash]);
    expect(problemsOf('yaml-python-only-error', document)).toEqual([]);
    expect(problemsOf('yaml-syntax-error', document)).toEqual([]);
  });

  test('tells two views of one place once', () => {
    const problems = [problem('unsupported-tag', 'frontend', 3), problem('invalid-value', 'handler', 3)];
    expect(problemsOf('yaml-unsupported-tag', documentWith(problems))).toEqual([problems[0]]);
    expect(problemsOf('yaml-syntax-error', documentWith(problems))).toEqual([]);
  });

  test('tells a fault that the readers see at two places once', () => {
    const problems = [problem('syntax', 'frontend', 3), problem('syntax', 'handler', 9)];
    expect(problemsOf('yaml-syntax-error', documentWith(problems))).toEqual([problems[0]]);
  });
});
