import { parseModelConfig } from '@topodiff/schema';
import { buildTopology, planLaunch, resolveEffectiveConfig, unknownHost } from '@topodiff/topology';
import type { HostProfile } from '@topodiff/topology';
import { checkRules } from '../check-rules.ts';
import type { Finding } from '../finding.ts';
import type { ArchiveContext, AvailableContexts, Rule } from '../rule.ts';
import type { RuleCase } from './define-cases.ts';

/** What one rule alone says about a text on the host of a case; the markers are already out of the text. */
export function checkCase(rule: Rule, ruleCase: RuleCase, text: string): readonly Finding[] {
  return checkRules(buildContexts(ruleCase, text), [{ rule, severity: rule.severity }]);
}

/** Every stage of the pipeline for a text: what rules read. */
export function buildContexts(ruleCase: RuleCase, text: string): AvailableContexts {
  const host: HostProfile = { ...unknownHost, ...ruleCase.host };
  const document = parseModelConfig(text, { hasInvalidUtf8: ruleCase.hasInvalidUtf8 === true });
  const modelName = ruleCase.modelName ?? 'model';
  const effective = resolveEffectiveConfig(document, host, modelName);
  const others = Object.entries(ruleCase.beside ?? {}).map(([name, source]) => ({
    name,
    effective: resolveEffectiveConfig(parseModelConfig(source), host, name),
  }));
  const deployment = planLaunch([{ name: modelName, effective }, ...others], host);
  const launch = deployment.models[0];
  if (launch === undefined) throw new Error('A plan for one model holds one model');
  const relatedFiles =
    ruleCase.relatedFiles === undefined ? undefined : new Map(Object.entries(ruleCase.relatedFiles));
  return {
    document,
    effective,
    host,
    launch,
    topology: buildTopology(launch, relatedFiles),
    relatedFiles,
    archive: ruleCase.archive === undefined ? undefined : archiveOf(ruleCase.archive),
    deployment: others.length === 0 ? undefined : deployment,
  };
}

/** A well-formed archive but for what the case says. */
function archiveOf({
  manifest,
  fileNames,
  foundConfigFile,
}: NonNullable<RuleCase['archive']>): ArchiveContext {
  return {
    manifest: {
      modelName: 'model',
      configFile: 'model-config.yaml',
      handler: 'handler.py',
      runtime: 'python',
      serializedFile: null,
      ...manifest,
    },
    fileNames: fileNames ?? ['MAR-INF/MANIFEST.json', 'handler.py', 'model-config.yaml'],
    foundConfigFile: foundConfigFile === undefined ? 'model-config.yaml' : foundConfigFile,
  };
}
