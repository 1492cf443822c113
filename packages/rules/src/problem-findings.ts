import type { ModelConfigDocument, Problem, ProblemCode } from '@topodiff/schema';

/** The rules that report structural problems. */
export type ProblemRule =
  | 'yaml-syntax-error'
  | 'yaml-multiple-documents'
  | 'yaml-tab-indentation'
  | 'yaml-unsupported-tag'
  | 'yaml-python-only-error'
  | 'yaml-java-only-error'
  | 'yaml-unrendered-template';

const ruleOfSharedProblem: Partial<Readonly<Record<ProblemCode, ProblemRule>>> = {
  'multiple-documents': 'yaml-multiple-documents',
  'tab-indentation': 'yaml-tab-indentation',
  'unsupported-tag': 'yaml-unsupported-tag',
};

/**
 * The one rule that reports a problem: which readers reject the file decides, then the kind of fault. Every problem has
 * one, so none is lost, and only one, so none is told twice.
 */
export function ruleOfProblem(problem: Problem, document: ModelConfigDocument): ProblemRule {
  const { frontend, handler } = document;
  if (problem.code === 'parser-crash') return 'yaml-java-only-error';
  if (frontend.outcome === 'unreadable' && handler.outcome === 'unreadable') {
    return ruleOfSharedProblem[problem.code] ?? 'yaml-syntax-error';
  }
  if (problem.rejectedBy === 'frontend') return 'yaml-java-only-error';
  return problem.code === 'unhashable-key' && isTemplateProblem(problem, document)
    ? 'yaml-unrendered-template'
    : 'yaml-python-only-error';
}

/**
 * The problems of the file that a rule reports. When both readers fail, the same kind of fault, or one at the same place,
 * is told once. When the frontend's parser crashes, the server stops, and no handler ever meets a problem.
 */
export function problemsOf(rule: ProblemRule, document: ModelConfigDocument): readonly Problem[] {
  const crash = document.problems.find(({ code }) => code === 'parser-crash');
  const problems = crash === undefined ? document.problems : [crash];
  return problems
    .filter((problem, index) => problems.findIndex((other) => isSameFault(problem, other)) === index)
    .filter((problem) => ruleOfProblem(problem, document) === rule);
}

function isSameFault(a: Problem, b: Problem): boolean {
  return a.code === b.code || a.range.start.offset === b.range.start.offset;
}

/** `{{ name }}` without quotes is a map whose key is a map: what is left of a template nobody rendered. */
function isTemplateProblem({ range }: Problem, { text }: ModelConfigDocument): boolean {
  const { offset } = range.start;
  return (
    text.startsWith('{', offset) && (text.startsWith('{', offset + 1) || text.charAt(offset - 1) === '{')
  );
}
