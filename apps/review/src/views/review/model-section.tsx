import type { ReportModel } from '@topodiff/report';
import { shownHeadLines } from '../diff/diff-rows.ts';
import { TextDiff } from '../diff/text-diff.tsx';
import { blobUrl } from '../parts/addresses.ts';
import { MaybeLink } from '../parts/maybe-link.tsx';
import { quantity } from '../parts/numbers.ts';
import { Permalink } from '../parts/permalink.tsx';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { statusPhrase } from '../reading/phrases.ts';
import { ChangeGroups } from './change-groups.tsx';
import { DrawnTopology } from './drawn-topology.tsx';
import { FindingItem } from './finding-item.tsx';
import { LaunchPlans } from './launch-plans.tsx';
import type { ModelAnchors } from './model-anchors.ts';
import type { PlacedFinding } from './placed-findings.ts';
import type { ReportContext } from './report-context.ts';
import { SettingsTables } from './settings-tables.tsx';

/** Everything about one model: topology, findings, changes, settings, launch plan, text. */
export function ModelSection({
  model,
  anchors,
  placed,
  context,
}: {
  readonly model: ReportModel;
  readonly anchors: ModelAnchors;
  readonly placed: readonly PlacedFinding[];
  readonly context: ReportContext;
}) {
  const { id } = anchors;
  const shownLines = shownHeadLines(model);
  return (
    <section class="model" id={id} aria-labelledby={`${id}-title`} data-model tabIndex={-1}>
      {anchors.others.map((other) => (
        <span key={other} id={other}></span>
      ))}
      <h3 id={`${id}-title`}>
        <ModelName model={model} context={context} /> <Permalink id={id} what={shown(model.path)} />
      </h3>
      <p class="label">{shown(model.label)}</p>
      <ModelRemarks model={model} isComparison={context.isComparison} />
      <DrawnTopology model={model} report={context.report} prefix={id} />
      {placed.length === 0 ? null : (
        <>
          <h4>Findings</h4>
          <ol class="findings">
            {placed.map((one) => (
              <FindingItem
                key={one.id}
                placed={one}
                model={model}
                prefix={id}
                shownLines={shownLines}
                context={context}
              />
            ))}
          </ol>
        </>
      )}
      {model.resolvedFindings.length === 0 ? null : <ResolvedFindings model={model} />}
      {model.changes.length === 0 ? null : (
        <>
          <h4>Changes</h4>
          <ChangeGroups model={model} context={context} />
        </>
      )}
      {model.textHunks.length === 0 ? null : (
        <details open data-remember={`${id}-text`}>
          <summary>
            <h4>Text</h4>
          </summary>
          <TextDiff
            model={model}
            prefix={id}
            layout={context.diff}
            layoutHref={context.layoutHref}
            findings={placed}
          />
        </details>
      )}
      <details data-remember={`${id}-settings`}>
        <summary>
          <h4>Settings, declared and effective</h4>
        </summary>
        <SettingsTables model={model} prefix={id} />
      </details>
      <details data-remember={`${id}-launch`}>
        <summary>
          <h4>Launch plan</h4>
        </summary>
        <LaunchPlans model={model} isComparison={context.isComparison} />
      </details>
    </section>
  );
}

function ModelName({ model, context }: { readonly model: ReportModel; readonly context: ReportContext }) {
  const sha = model.head === null ? context.shas.base : context.shas.head;
  return (
    <MaybeLink href={blobUrl(context.repositoryUrl, sha, model.path)}>
      <code>{shown(model.path)}</code>
    </MaybeLink>
  );
}

/** Status, pool, former name, and the other files through which it changes. */
function ModelRemarks({
  model,
  isComparison,
}: {
  readonly model: ReportModel;
  readonly isComparison: boolean;
}) {
  const remarks = [
    statusPhrase(model, isComparison),
    model.previousPath === null ? '' : `renamed from ${shown(model.previousPath)}`,
    model.pool === null ? '' : `pool ${shown(model.pool)}`,
    model.changedRelatedFiles.length === 0
      ? ''
      : `depends on ${model.changedRelatedFiles.map(shown).join(', ')}, which ${model.changedRelatedFiles.length === 1 ? 'changes' : 'change'} too`,
  ].filter((remark) => remark !== '');
  return remarks.length === 0 ? null : <p class="small">{remarks.join(' · ')}</p>;
}

function ResolvedFindings({ model }: { readonly model: ReportModel }) {
  return (
    <details>
      <summary>
        <h4>{quantity(model.resolvedFindings.length, 'resolved finding')}</h4>
      </summary>
      <ul>
        {model.resolvedFindings.map((finding, index) => (
          <li key={index}>
            <StatusWord status="resolved" /> {finding.severity}: {shown(finding.message)} (
            <code>{shown(finding.ruleId)}</code>)
          </li>
        ))}
      </ul>
    </details>
  );
}
