import { defaultTorchserveVersion, isAtLeast, valueAt } from '@topodiff/schema';
import type { Annotation } from '@topodiff/testkit';
import { parseAnnotatedYaml } from '@topodiff/testkit';
import type { Finding } from '../finding.ts';
import { applyTextEdits } from '../fix/text-edit.ts';
import { inputsOf } from '../inputs-of.ts';
import type { AvailableContexts, Rule, RuleInput } from '../rule.ts';
import { buildContexts, checkCase } from './check-case.ts';
import type { RuleCase, RuleCases } from './define-cases.ts';

/**
 * Declares the tests of a rule: the exact findings of every case, with message, parameters, start and end; paths
 * that resolve; nothing twice; nothing changed; the same with CRLF and below a comment.
 */
export function testRule(rule: Rule, cases: RuleCases): void {
  describe(rule.id, () => {
    test('the cases belong to the rule and are told apart by name and text', () => {
      expect(cases.rule).toBe(rule);
      const all = [...cases.valid, ...cases.invalid];
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
      expect(new Set(all.map(({ name: _, ...place }) => JSON.stringify(place))).size).toBe(all.length);
    });

    test('there is a valid case, an example of each sort, and an invalid case of every message', () => {
      expect(cases.valid.length).toBeGreaterThan(0);
      expect(cases.valid.some(({ example }) => example)).toBe(true);
      expect(cases.invalid.some(({ example }) => example)).toBe(true);
      const messageIds = cases.invalid.flatMap(({ source }) =>
        parseAnnotatedYaml(source).annotations.map(({ messageId }) => messageId),
      );
      expect(new Set(messageIds)).toEqual(new Set(Object.keys(rule.messages)));
    });

    test.each(cases.valid)('is silent: $name', (ruleCase) => {
      const { text, annotations } = parseAnnotatedYaml(ruleCase.source);
      expect(annotations).toEqual([]);
      expect(checkCase(rule, ruleCase, text)).toEqual([]);
    });

    test.each(cases.invalid)('speaks: $name', (ruleCase) => {
      const { text, annotations } = parseAnnotatedYaml(ruleCase.source);
      expect(annotations).not.toEqual([]);
      const findings = checkCase(rule, ruleCase, text);
      expect(findings.map(asAnnotation)).toEqual([...annotations].sort(compareAnnotations));
      expectSoundPaths(rule, ruleCase, text, findings);
    });

    test.each(cases.invalid)('offers the fixes that the case shows, and they mend it: $name', (ruleCase) => {
      const { text } = parseAnnotatedYaml(ruleCase.source);
      const findings = checkCase(rule, ruleCase, text);
      const fixes = findings.flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
      const fixed = fixes.length === 0 ? undefined : applyTextEdits(text, fixes.flat());
      expect(fixed).toBe(ruleCase.fixed);
      if (fixed === undefined) return;
      const left = checkCase(rule, ruleCase, fixed);
      expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
      expect(left).toHaveLength(findings.length - fixes.length);
      const withCrlf = checkCase(rule, ruleCase, text.replaceAll('\n', '\r\n'));
      const edits = withCrlf.flatMap(({ fix = [] }) => fix);
      expect(applyTextEdits(text.replaceAll('\n', '\r\n'), edits)).toBe(fixed.replaceAll('\n', '\r\n'));
    });

    test('is marked fixable just when a case shows a fix', () => {
      expect(rule.fixable === true).toBe(cases.invalid.some(({ fixed }) => fixed !== undefined));
    });

    test('says nothing on versions that it is not for, and reads no input that it does not name', () => {
      const { since, until } = rule.versions ?? {};
      for (const ruleCase of cases.invalid) {
        const version = ruleCase.host?.torchserveVersion ?? defaultTorchserveVersion;
        expect(since === undefined || isAtLeast(version, since)).toBe(true);
        expect(until === undefined || isAtLeast(until, version)).toBe(true);
        const used = inputsUsedBy(rule, ruleCase, parseAnnotatedYaml(ruleCase.source).text);
        expect(used.filter((input) => !inputsOf(rule).includes(input))).toEqual([]);
      }
    });

    test.each(cases.invalid)('says the same with CRLF: $name', (ruleCase) => {
      const { text } = parseAnnotatedYaml(ruleCase.source);
      const findings = checkCase(rule, ruleCase, text.replaceAll('\n', '\r\n'));
      expect(findings.map(asAnnotation)).toEqual(checkCase(rule, ruleCase, text).map(asAnnotation));
    });

    test.each(cases.invalid)('says the same below a comment: $name', (ruleCase) => {
      const { text } = parseAnnotatedYaml(ruleCase.source);
      const findings = checkCase(rule, ruleCase, `# a comment\n${text}`);
      expect(findings.map((finding) => moveLines(finding, -1))).toEqual(
        checkCase(rule, ruleCase, text).map((finding) => moveLines(finding, 0)),
      );
    });
  });
}

function asAnnotation({ messageId, params, range, isExactRange }: Finding): Annotation {
  return {
    start: { line: range.start.line, column: range.start.column },
    end: { line: range.end.line, column: range.end.column },
    messageId,
    params,
    isNearest: !isExactRange,
  };
}

/** With its lines moved; what has no place but the file's first line stays there, whatever stands on it. */
function moveLines(finding: Finding, lines: number): Annotation {
  const annotation = asAnnotation(finding);
  const { start, end, isNearest } = annotation;
  if (isNearest && start.line === 1) {
    return { ...annotation, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  }
  return {
    ...annotation,
    start: { ...start, line: start.line + lines },
    end: { ...end, line: end.line + lines },
  };
}

function compareAnnotations(a: Annotation, b: Annotation): number {
  return a.start.line - b.start.line || a.start.column - b.start.column;
}

function expectSoundPaths(rule: Rule, ruleCase: RuleCase, text: string, findings: readonly Finding[]): void {
  const contexts = deepFreeze(buildContexts(ruleCase, text));
  const drafts = rule.check(contexts);
  expect(drafts).toHaveLength(findings.length);
  for (const { path, isExactRange } of findings) {
    const exists = [contexts.document.frontend, contexts.document.handler].some(
      (reading) =>
        path.length === 0 || (reading.outcome === 'loaded' && valueAt(reading.root, path) !== undefined),
    );
    expect({ path, exists }).toEqual({ path, exists: isExactRange || path.length === 0 });
  }
}

/** A rule that writes into its input throws then. */
function deepFreeze(value: AvailableContexts): AvailableContexts {
  const seen = new Set<object>();
  const freeze = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    Object.freeze(node);
    for (const child of Object.values(node)) freeze(child);
  };
  freeze(value);
  return value;
}

/** The inputs beside the file that the check looks at on a case; the host is behind every effective value and is not watched. */
function inputsUsedBy(rule: Rule, ruleCase: RuleCase, text: string): readonly RuleInput[] {
  const watched = { relatedFiles: 'related-files', archive: 'archive', deployment: 'deployment' } as const;
  const used = new Set<RuleInput>();
  const contexts = new Proxy(buildContexts(ruleCase, text), {
    get(target, name, receiver) {
      if (name in watched) used.add(watched[name as keyof typeof watched]); // asked for one line above
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  rule.check(contexts);
  return [...used];
}
