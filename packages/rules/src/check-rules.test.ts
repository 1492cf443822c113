import type { ConfigPath, ModelConfigDocument, ResolvedRange, SourceRange } from '@topodiff/schema';
import { joinMessage } from '@topodiff/schema';
import { checkRules, ruleCrashedId } from './check-rules.ts';
import type { FindingDraft, Rule } from './rule.ts';
import { defineRule } from './rule.ts';
import type { SelectedRule } from './select-rules.ts';

function rangeAt(line: number, column: number, width = 1): SourceRange {
  return {
    start: { offset: 0, line, column },
    end: { offset: width, line, column: column + width },
  };
}

/** A document whose paths stand where `places` says; everything else is missing. */
function fakeDocument(places: Readonly<Record<string, SourceRange>> = {}): ModelConfigDocument {
  return {
    text: '',
    problems: [],
    frontend: { outcome: 'loaded', root: null },
    handler: { outcome: 'loaded', root: null },
    duplicateKeys: [],
    plainScalars: [],
    rangeOf(path: ConfigPath, target): ResolvedRange {
      const range = places[`${path.join('.')}/${target}`];
      return range === undefined ? { range: rangeAt(1, 1), isExact: false } : { range, isExact: true };
    },
    rangeBetween: (start, end) => rangeAt(1, start + 1, end - start),
  };
}

function fakeRule(id: string, check: () => readonly FindingDraft[], needs: Rule['needs'] = 'document'): Rule {
  return defineRule({
    id,
    description: 'Require something',
    rationale: 'Because.',
    area: 'file',
    severity: 'warning',
    presets: ['recommended'],
    needs,
    evidence: ['source'],
    upstream: [],
    messages: { one: 'One of {count}.', two: 'Two.' },
    suggestions: { one: 'Take {count}.' },
    check,
  });
}

const select = (...rules: readonly Rule[]): SelectedRule[] =>
  rules.map((rule) => ({ rule, severity: rule.severity }));

describe('checkRules', () => {
  test('fills in the message, the suggestion, the place and the severity of the selection', () => {
    const rule = fakeRule('a', () => [{ messageId: 'one', at: ['x'], params: { count: 3 } }]);
    const document = fakeDocument({ 'x/value': rangeAt(4, 7, 2) });
    expect(checkRules({ document }, [{ rule, severity: 'error' }])).toEqual([
      {
        ruleId: 'a',
        messageId: 'one',
        severity: 'error',
        params: { count: 3 },
        message: [
          { kind: 'text', text: 'One of ' },
          { kind: 'value', text: '3' },
          { kind: 'text', text: '.' },
        ],
        suggestion: [
          { kind: 'text', text: 'Take ' },
          { kind: 'value', text: '3' },
          { kind: 'text', text: '.' },
        ],
        path: ['x'],
        range: rangeAt(4, 7, 2),
        isExactRange: true,
      },
    ]);
  });

  test('a message without an answer has no suggestion', () => {
    const rule = fakeRule('a', () => [{ messageId: 'two', at: [] }]);
    expect(checkRules({ document: fakeDocument() }, select(rule))[0]).not.toHaveProperty('suggestion');
  });

  test('points at the key when the draft asks for it, and says when the node is missing', () => {
    const rule = fakeRule('a', () => [
      { messageId: 'two', at: ['x'], target: 'key' },
      { messageId: 'two', at: ['y'] },
    ]);
    const document = fakeDocument({ 'x/key': rangeAt(9, 1) });
    expect(
      checkRules({ document }, select(rule)).map(({ range, isExactRange }) => [
        range.start.line,
        isExactRange,
      ]),
    ).toEqual([
      [1, false],
      [9, true],
    ]);
  });

  test("points at a collection's key by itself", () => {
    const list = { kind: 'list' as const, items: [], range: rangeAt(5, 4), source: '[]' };
    const key = { kind: 'string' as const, value: 'x', isPlain: true, range: rangeAt(5, 1), source: 'x' };
    const root = {
      kind: 'map' as const,
      entries: [{ key, value: list, isMerged: false }],
      range: rangeAt(5, 1),
      source: 'x: []',
    };
    const document = {
      ...fakeDocument({ 'x/key': rangeAt(5, 1), 'x/value': rangeAt(5, 4) }),
      frontend: { outcome: 'loaded' as const, root },
    };
    const rule = fakeRule('a', () => [{ messageId: 'two', at: ['x'] }]);
    expect(checkRules({ document }, select(rule))[0]?.range).toEqual(rangeAt(5, 1));
  });

  test("takes the draft's own range as it is", () => {
    const rule = fakeRule('a', () => [{ messageId: 'two', at: [], range: rangeAt(7, 3) }]);
    expect(checkRules({ document: fakeDocument() }, select(rule))[0]).toMatchObject({
      range: rangeAt(7, 3),
      isExactRange: true,
    });
  });

  test('sorts by line, column and rule id, whatever the order of the rules', () => {
    const at = (line: number, column: number): FindingDraft => ({
      messageId: 'two',
      at: [],
      range: rangeAt(line, column),
    });
    const a = fakeRule('a', () => [at(10, 1), at(2, 5)]);
    const b = fakeRule('b', () => [at(2, 5), at(2, 1)]);
    const places = checkRules({ document: fakeDocument() }, select(b, a)).map(
      ({ ruleId, range }) => `${range.start.line}:${range.start.column} ${ruleId}`,
    );
    expect(places).toEqual(['2:1 b', '2:5 a', '2:5 b', '10:1 a']);
  });

  test('says nothing twice', () => {
    const draft: FindingDraft = { messageId: 'one', at: ['x'], params: { count: 1 } };
    const rule = fakeRule('a', () => [draft, { ...draft, params: { count: 2 } }, draft]);
    expect(checkRules({ document: fakeDocument() }, select(rule)).map(({ params }) => params)).toEqual([
      { count: 1 },
      { count: 2 },
    ]);
  });

  test('runs only the rules that the contexts suffice for', () => {
    const ran: string[] = [];
    const needing = (needs: Rule['needs']): Rule =>
      fakeRule(
        needs,
        () => {
          ran.push(needs);
          return [];
        },
        needs,
      );
    const all = select(
      ...(
        ['document', 'effective-config', 'launch-plan', 'related-files', 'archive', 'deployment'] as const
      ).map(needing),
    );
    checkRules({ document: fakeDocument() }, all);
    expect(ran).toEqual(['document']);
  });

  test('a rule that throws becomes a finding and hides no other', () => {
    const broken = fakeRule('broken', () => {
      throw new Error('x is not a function');
    });
    const sound = fakeRule('sound', () => [{ messageId: 'two', at: [], range: rangeAt(3, 1) }]);
    const findings = checkRules({ document: fakeDocument() }, select(broken, sound));
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      [ruleCrashedId, 'error'],
      ['sound', 'warning'],
    ]);
    expect(joinMessage(findings[0]?.message ?? [])).toBe(
      'The rule broken failed on this file and found nothing: x is not a function',
    );
  });

  test('a draft with a message that the rule does not have is a crash of the rule', () => {
    const rule = fakeRule('a', () => [{ messageId: 'three', at: [] }]);
    expect(checkRules({ document: fakeDocument() }, select(rule)).map(({ ruleId }) => ruleId)).toEqual([
      ruleCrashedId,
    ]);
  });
});
