import { acceptanceWords, lastLine, type AcceptanceWords } from '@topodiff/renderers';
import type { ReportModel } from '@topodiff/report';
import { findRule } from '@topodiff/rules';
import { lineId } from '../diff/line-number.tsx';
import { blobUrl } from '../parts/addresses.ts';
import { MaybeLink } from '../parts/maybe-link.tsx';
import { Message } from '../parts/message.tsx';
import { Permalink } from '../parts/permalink.tsx';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import type { PlacedFinding } from './placed-findings.ts';
import type { ReportContext } from './report-context.ts';

/** One finding: how bad, where, what, whether the team keeps it, and what to do. */
export function FindingItem({
  placed: { finding, id },
  model,
  prefix,
  shownLines,
  context,
}: {
  readonly placed: PlacedFinding;
  readonly model: ReportModel;
  readonly prefix: string;
  /** Lines at head that the text diff below shows. */
  readonly shownLines: ReadonlySet<number>;
  readonly context: ReportContext;
}) {
  const { acceptance, range } = finding;
  const place = `line ${range.start.line}${finding.isExactRange ? '' : ' or near'}`;
  const isShown = shownLines.has(range.start.line);
  const onGithub = blobUrl(context.repositoryUrl, context.shas.head, model.path, {
    first: range.start.line,
    last: lastLine(range),
  });
  return (
    <li id={id} class={`finding finding-${finding.severity}`} data-finding tabIndex={-1}>
      <p>
        <StatusWord status={finding.severity} /> <Message parts={finding.messageParts} />{' '}
        <Permalink id={id} what={`this finding of ${shown(finding.ruleId)}`} />
      </p>
      <p class="small">
        <MaybeLink href={isShown ? `#${lineId(prefix, 'head', range.start.line)}` : onGithub}>
          {place}
        </MaybeLink>
        {isShown && onGithub !== null ? (
          <>
            {' ('}
            <a href={onGithub}>on GitHub</a>)
          </>
        ) : null}{' '}
        · rule{' '}
        <MaybeLink href={findRule(finding.ruleId) === undefined ? null : `/rules/${finding.ruleId}`}>
          <code>{shown(finding.ruleId)}</code>
        </MaybeLink>
        {finding.isBlocking ? (
          <>
            {' · '}
            <strong>blocks</strong>
          </>
        ) : null}
        {finding.isInBase ? ' · also in base' : ''}
        {finding.fix === null ? '' : ' · topodiff fix mends it'}
      </p>
      {finding.suggestionParts.length === 0 ? null : (
        <p>
          What to do: <Message parts={finding.suggestionParts} />
        </p>
      )}
      {acceptance === null ? null : <AcceptanceLine words={acceptanceWords(acceptance)} />}
    </li>
  );
}

function AcceptanceLine({ words: { head, since, details, reason } }: { readonly words: AcceptanceWords }) {
  return (
    <p class="acceptance">
      <strong>
        {head}
        {shown(since)}
      </strong>{' '}
      ({details.map(shown).join(', ')}): {shown(reason)}
    </p>
  );
}
