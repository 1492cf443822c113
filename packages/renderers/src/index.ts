export type * from './renderer.ts';
export * from './limits.ts';
export { text } from './text/text.ts';
export { plainStyles, type TextOptions, type TextStyle, type TextStyles } from './text/text-options.ts';
export { renderLaunchPlan } from './text/render-launch-plan.ts';
export { renderEffective } from './text/render-effective.ts';
export { json } from './json/json.ts';
export { markdownComment } from './markdown/markdown-comment.ts';
export { markdownSummary } from './markdown/markdown-summary.ts';
export type { MarkdownOptions } from './markdown/markdown-options.ts';
export { githubAnnotations, type GithubAnnotationOptions } from './github-annotations/github-annotations.ts';
export { describeCheckRun, type CheckRunDescription, type CheckRunOptions } from './check-run/check-run.ts';
export type { CheckRunAnnotation } from './check-run/annotation.ts';
export { html } from './html/html.ts';
export type { HtmlOptions } from './html/html-options.ts';
export { sarif } from './sarif/sarif.ts';
export type { RuleDescription, SarifOptions } from './sarif/sarif-options.ts';
export { escapeTerminal } from './escape/escape-terminal.ts';
export { escapeMarkdown } from './escape/escape-markdown.ts';
export { codeSpan, tableCodeSpan } from './escape/markdown-code-span.ts';
export { escapeHtml } from './escape/escape-html.ts';
export {
  commandLineBreak,
  escapeCommandData,
  escapeCommandProperty,
} from './escape/escape-workflow-command.ts';
export { showHiddenCharacters } from './escape/show-hidden-characters.ts';
export { suggestionBody } from './markdown/suggestion-body.ts';
export { renderTopologySvg } from './svg/render-topology-svg.ts';
export { describeTopologyText } from './svg/describe-topology-text.ts';
export { topologySvgStyles } from './svg/topology-svg-styles.ts';
export type { TopologyOptions } from './svg/topology-options.ts';
export { hostGpusOf } from './reading/host-gpus.ts';
// What every surface says alike: the dashboard's pages are made of these words, too.
export { acceptanceWords, type AcceptanceWords } from './reading/acceptance.ts';
export { approvalKindWords } from './reading/approvals.ts';
export { assumptionClauses } from './reading/assumption-clauses.ts';
export { amountPhrase } from './reading/cost.ts';
export { worstImpact } from './reading/count-impacts.ts';
export { countSeverities } from './reading/count-severities.ts';
export { fleetAssumptionPhrase, gpuCounts, shortfallPhrase } from './reading/gpu-counts.ts';
export { hostPhrases } from './reading/host-phrase.ts';
export { isChanged } from './reading/is-changed.ts';
export { lastLine } from './reading/last-line.ts';
export { groupEqualCommands, type LaunchWorker } from './reading/launch-workers.ts';
export { changesByLayer, layerTitles } from './reading/layers.ts';
export { outcomePhrase } from './reading/outcome-phrase.ts';
export { effectiveText, isNotAsWritten, originPhrase, type ReportSetting } from './reading/settings.ts';
export { commandLines } from './text/shell-words.ts';
