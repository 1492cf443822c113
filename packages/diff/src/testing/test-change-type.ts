import type { Annotation } from '@topodiff/testkit';
import { parseAnnotatedYaml } from '@topodiff/testkit';
import { fillMessage } from '@topodiff/schema';
import { unknownHost } from '@topodiff/topology';
import type { Change, ChangeLocation } from '../change.ts';
import type { ChangeType } from '../change-type.ts';
import { findChangeType } from '../change-types/registry.ts';
import { compareTexts } from './compare-texts.ts';
import type { ChangeCase, ChangeCases } from './define-cases.ts';

type CaseOptions = Omit<ChangeCase, 'name' | 'base' | 'head'>;
type Place = Pick<Annotation, 'start' | 'end' | 'isNearest'>;

/**
 * Declares the tests of a change type: the exact changes of every case with message, parameters, impact and the place on
 * both sides; none between equal sides; the opposite type when base and head are swapped; the same with CRLF.
 */
export function testChangeType(type: ChangeType, cases: ChangeCases): void {
  describe(type.id, () => {
    test('the cases belong to the type, have names of their own and cover every message and impact', () => {
      expect(cases.type).toBe(type);
      const all = [...cases.changed, ...cases.unchanged];
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
      expect(cases.unchanged.length).toBeGreaterThan(0);
      expect(cases.changed.some(({ example }) => example)).toBe(true);
      const expected = cases.changed.flatMap((changed) => changed.expected);
      expect(new Set(expected.map(({ messageId }) => messageId))).toEqual(
        new Set(Object.keys(type.messages)),
      );
      expect(new Set(expected.map(({ impact }) => impact))).toEqual(
        new Set(type.impacts.map(({ level }) => level)),
      );
    });

    test.each(cases.changed)('sees: $name', (changeCase) => {
      const base = readSide(changeCase.base);
      const head = readSide(changeCase.head);
      const changes = compareTexts(base.text, head.text, changeCase, [type]);
      expect(changes.map(({ message, params, impact }) => ({ message, params, impact }))).toEqual(
        changeCase.expected.map(({ messageId, params, impact }) => ({
          message: fillMessage(type.messages[messageId] ?? '', params),
          params,
          impact,
        })),
      );
      expect(placesOf(changes, 'base')).toEqual(base.places);
      expect(placesOf(changes, 'head')).toEqual(head.places);
    });

    test.each(cases.changed)('is its opposite when the sides are swapped: $name', (changeCase) => {
      const base = readSide(changeCase.base);
      const head = readSide(changeCase.head);
      const there = compareTexts(base.text, head.text, changeCase, [type]);
      const back = compareTexts(head.text, base.text, swapOptions(changeCase), [
        findChangeType(type.opposite),
      ]);
      expect(placesOf(back, 'base')).toEqual(placesOf(there, 'head'));
      expect(placesOf(back, 'head')).toEqual(placesOf(there, 'base'));
    });

    test.each(cases.changed)('sees the same with CRLF: $name', (changeCase) => {
      const base = readSide(changeCase.base).text;
      const head = readSide(changeCase.head).text;
      expect(compareTexts(withCrlf(base), withCrlf(head), changeCase, [type]).map(withoutOffsets)).toEqual(
        compareTexts(base, head, changeCase, [type]).map(withoutOffsets),
      );
    });

    test.each(cases.unchanged)('is silent: $name', (changeCase) => {
      const base = readSide(changeCase.base);
      const head = readSide(changeCase.head);
      expect([...base.places, ...head.places]).toEqual([]);
      expect(compareTexts(base.text, head.text, changeCase, [type])).toEqual([]);
    });
  });
}

function readSide(source: string | null): {
  readonly text: string | null;
  readonly places: readonly Place[];
} {
  if (source === null) return { text: null, places: [] };
  const { text, annotations } = parseAnnotatedYaml(source);
  return {
    text,
    places: annotations.map(({ start, end, isNearest }) => ({ start, end, isNearest })).sort(comparePlaces),
  };
}

function placesOf(changes: readonly Change[], side: 'base' | 'head'): readonly Place[] {
  return changes
    .map((change) => change[side])
    .filter((location) => location !== undefined)
    .map(placeOf)
    .sort(comparePlaces);
}

function placeOf({ range: { start, end }, isExactRange }: ChangeLocation): Place {
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
    isNearest: !isExactRange,
  };
}

function comparePlaces(a: Place, b: Place): number {
  return a.start.line - b.start.line || a.start.column - b.start.column;
}

function swapOptions({ host = {}, baseHost = {}, basePath, headPath }: ChangeCase): CaseOptions {
  return {
    host: { ...host, ...baseHost },
    baseHost: { ...unknownHost, ...host },
    ...(headPath === undefined ? {} : { basePath: headPath }),
    ...(basePath === undefined ? {} : { headPath: basePath }),
  };
}

function withCrlf(text: string | null): string | null {
  return text?.replaceAll('\n', '\r\n') ?? null;
}

function withoutOffsets({ base, head, ...change }: Change) {
  return { ...change, base: base && placeOf(base), head: head && placeOf(head) };
}
