import type { Finding, Rule } from '@topodiff/rules';
import { rules } from '@topodiff/rules';
import { parseAnnotatedYaml } from '@topodiff/testkit';
import type { HostProfile } from '@topodiff/topology';
import { describeHost } from './describe-host.ts';
import type { RuleExample, RulePage } from './rule-page.ts';

interface RuleCase {
  readonly name: string;
  readonly source: string;
  readonly host?: Partial<HostProfile>;
  readonly example?: true;
}

interface CasesModule {
  readonly cases: { readonly valid: readonly RuleCase[]; readonly invalid: readonly RuleCase[] };
}

interface CheckCaseModule {
  readonly checkCase: (rule: Rule, ruleCase: RuleCase, text: string) => readonly Finding[];
}

const rulesFolder = new URL('../../../../packages/rules/src/', import.meta.url);

/**
 * Loads the cases of every rule and runs the rule on those that are examples. Cases are no part of the package's public
 * face, so they are loaded by place: the folder's name is the rule's id, which `registry.test.ts` proves.
 */
export async function loadRulePages(): Promise<readonly RulePage[]> {
  const { checkCase } = await load<CheckCaseModule>('testing/check-case.ts');
  return Promise.all(
    rules.map(async (rule) => {
      const { cases } = await load<CasesModule>(`rules/${rule.id}/cases.ts`);
      const examples = [...cases.invalid, ...cases.valid]
        .filter(({ example }) => example)
        .map((ruleCase) => runExample(rule, ruleCase, checkCase));
      return { rule, examples };
    }),
  );
}

function runExample(rule: Rule, ruleCase: RuleCase, checkCase: CheckCaseModule['checkCase']): RuleExample {
  const { text } = parseAnnotatedYaml(ruleCase.source);
  return {
    // The id of a recorded row is for those who read the cases.
    name: ruleCase.name.replace(/^[\w-]+: /, ''),
    text,
    host: describeHost(ruleCase.host ?? {}),
    findings: checkCase(rule, ruleCase, text),
  };
}

async function load<Module>(path: string): Promise<Module> {
  return (await import(new URL(path, rulesFolder).href)) as Module; // the interfaces above name what is used of it; tsc checks the modules at home
}
