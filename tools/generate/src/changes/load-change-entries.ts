import type { Change, ChangeType } from '@topodiff/diff';
import { changeTypes } from '@topodiff/diff';
import { parseAnnotatedYaml } from '@topodiff/testkit';
import type { HostProfile } from '@topodiff/topology';
import { describeHost } from '../rules/describe-host.ts';
import type { ChangeEntry, ChangeExample } from './change-page.ts';

interface ChangeCase {
  readonly name: string;
  readonly base: string | null;
  readonly head: string | null;
  readonly host?: Partial<HostProfile>;
  readonly baseHost?: Partial<HostProfile>;
  readonly example?: true;
}

interface CasesModule {
  readonly cases: { readonly changed: readonly ChangeCase[] };
}

interface CompareTextsModule {
  readonly compareTexts: (
    base: string | null,
    head: string | null,
    options: ChangeCase,
    types: readonly ChangeType[],
  ) => readonly Change[];
}

const diffFolder = new URL('../../../../packages/diff/src/', import.meta.url);

/**
 * Loads the cases of every change type and runs the type on those that are examples. Cases are no part of the package's
 * public face, so they are loaded by place: the folder's name is the type's id, which `registry.test.ts` proves.
 */
export async function loadChangeEntries(): Promise<readonly ChangeEntry[]> {
  const { compareTexts } = await load<CompareTextsModule>('testing/compare-texts.ts');
  return Promise.all(
    changeTypes.map(async (type) => {
      const { cases } = await load<CasesModule>(`change-types/${type.id}/cases.ts`);
      const examples = cases.changed
        .filter(({ example }) => example)
        .map((changeCase) => runExample(type, changeCase, compareTexts));
      return { type, examples };
    }),
  );
}

function runExample(
  type: ChangeType,
  changeCase: ChangeCase,
  compareTexts: CompareTextsModule['compareTexts'],
): ChangeExample {
  const base = withoutMarkers(changeCase.base);
  const head = withoutMarkers(changeCase.head);
  return {
    name: changeCase.name,
    base,
    head,
    assumption: describeHosts(changeCase),
    changes: compareTexts(base, head, changeCase, [type]),
  };
}

function describeHosts({ host = {}, baseHost }: ChangeCase): string | null {
  const atHead = describeHost(host);
  const atBase = baseHost === undefined ? null : describeHost(baseHost);
  return atBase === null ? atHead : `${atHead ?? 'nothing'}, at base ${atBase}`;
}

function withoutMarkers(source: string | null): string | null {
  return source === null ? null : parseAnnotatedYaml(source).text;
}

async function load<Module>(path: string): Promise<Module> {
  return (await import(new URL(path, diffFolder).href)) as Module; // the interfaces above name what is used of it; tsc checks the modules at home
}
