import type { Revision } from '../../store/store.ts';
import { encodeText } from '../parts/addresses.ts';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { When } from '../parts/when.tsx';

const uploaders: Readonly<Record<Revision['uploadedBy'], string>> = {
  oidc: 'by the workflow’s own identity',
  'repository-token': 'with a token of the repository',
  local: 'on this machine',
};

/** Every uploaded report of the pull request, and a form to compare two of them. */
export function Revisions({
  revisions,
  shownId,
  path,
  now,
}: {
  /** Newest first. */
  readonly revisions: readonly Revision[];
  readonly shownId: string;
  readonly path: string;
  readonly now: Date;
}) {
  const [newest, previous] = revisions;
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">Revisions</h2>
      <ol class="revisions" reversed>
        {revisions.map((revision) => (
          <li key={revision.id} value={revision.ordinal}>
            <a
              href={revision.id === newest?.id ? path : `${path}?revision=${encodeText(revision.id)}`}
              aria-current={revision.id === shownId ? 'true' : undefined}
            >
              <code>{shown(revision.headSha.slice(0, 7))}</code>
            </a>{' '}
            <StatusWord status={revision.conclusion} />{' '}
            <span class="small">
              <When date={revision.createdAt} now={now} />, uploaded {uploaders[revision.uploadedBy]}
            </span>
          </li>
        ))}
      </ol>
      {newest === undefined || previous === undefined ? null : (
        <form class="filters" method="get" action={`${path}/compare`}>
          <RevisionChoice name="from" label="From" revisions={revisions} chosenId={previous.id} />
          <RevisionChoice name="to" label="To" revisions={revisions} chosenId={newest.id} />
          <button type="submit">Compare</button>
        </form>
      )}
    </section>
  );
}

/** A choice among the revisions of a pull request. */
export function RevisionChoice({
  name,
  label,
  revisions,
  chosenId,
}: {
  readonly name: string;
  readonly label: string;
  readonly revisions: readonly Revision[];
  readonly chosenId: string;
}) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        {revisions.map((revision) => (
          <option key={revision.id} value={revision.id} selected={revision.id === chosenId}>
            {revision.ordinal}: {shown(revision.headSha.slice(0, 7))}
          </option>
        ))}
      </select>
    </label>
  );
}
