/** Code that must not pass the lint, as if it stood in a file of the named project. */
export interface PlantedImport {
  readonly file: string;
  readonly code: string;
  /** The rule that must refuse it. */
  readonly rule: string;
}

/** Code that the lint must refuse, each for one rule; a run that lets one through fails the test. */
export const plantedImports: readonly PlantedImport[] = [
  {
    file: 'packages/schema/src/index.ts',
    code: "import { planLaunch } from '@topodiff/topology';\nexport const planted = planLaunch;\n",
    rule: '@nx/enforce-module-boundaries',
  },
  {
    file: 'packages/rules/src/index.ts',
    code: "import type { Change } from '@topodiff/diff';\nexport type Planted = Change;\n",
    rule: '@nx/enforce-module-boundaries',
  },
  {
    file: 'packages/diff/src/index.ts',
    code: "import type { Finding } from '@topodiff/rules';\nexport type Planted = Finding;\n",
    rule: '@nx/enforce-module-boundaries',
  },
  {
    file: 'packages/renderers/src/index.ts',
    code: "import type { LaunchPlan } from '@topodiff/topology';\nexport type Planted = LaunchPlan;\n",
    rule: '@nx/enforce-module-boundaries',
  },
  {
    file: 'packages/schema/src/index.ts',
    code: "import { yaml } from '@topodiff/testkit';\nexport const planted = yaml;\n",
    rule: '@nx/enforce-module-boundaries',
  },
  {
    file: 'packages/report/src/index.ts',
    code: "export { renderer } from '../../renderers/src/renderer.ts';\n",
    rule: '@nx/enforce-module-boundaries',
  },
  {
    file: 'packages/topology/src/index.ts',
    code: "import { parse } from 'yaml';\nexport const planted = parse;\n",
    rule: 'no-restricted-imports',
  },
  {
    file: 'packages/report/src/index.ts',
    code: "import { diffLines } from 'diff';\nexport const planted = diffLines;\n",
    rule: 'no-restricted-imports',
  },
  {
    file: 'apps/cli/src/main.ts',
    code: "import * as core from '@actions/core';\nexport const planted = core;\n",
    rule: 'no-restricted-imports',
  },
  {
    file: 'packages/topology/src/index.ts',
    code: "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
    rule: 'no-restricted-syntax',
  },
  {
    file: 'packages/report/src/index.ts',
    code: 'export const planted = (): number => Date.now();\n',
    rule: 'no-restricted-syntax',
  },
  {
    file: 'packages/renderers/src/index.ts',
    code: 'export const planted = (): unknown => process.env;\n',
    rule: 'no-restricted-globals',
  },
  {
    file: 'packages/schema/src/index.ts',
    code: 'export async function planted(): Promise<void> {}\nplanted();\n',
    rule: '@typescript-eslint/no-floating-promises',
  },
];
