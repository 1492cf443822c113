import type { RepositoryTokenRecord } from '../../store/store.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { Layout } from '../layout.tsx';
import { encodePath, encodeText } from '../parts/addresses.ts';
import { CardTable } from '../parts/card-table.tsx';
import { CsrfField } from '../parts/csrf-field.tsx';
import { shown } from '../parts/shown.ts';

/** Where the tokens of a repository are managed. */
export function tokensPath(fullName: string): string {
  return `/repositories/${encodePath(fullName)}/tokens`;
}

function day(date: Date | null): string {
  return date === null ? 'never' : date.toISOString().slice(0, 10);
}

/** A repository's upload tokens, and the form that makes one. */
export function TokensPage({
  frame,
  fullName,
  tokens,
  created,
  mistake,
}: {
  readonly frame: PageFrame;
  readonly fullName: string;
  readonly tokens: readonly RepositoryTokenRecord[];
  /** A token that was just made: shown this once. */
  readonly created: string | null;
  /** What was wrong with the form. */
  readonly mistake: string | null;
}) {
  const address = tokensPath(fullName);
  const csrfToken = frame.csrfToken ?? '';
  return (
    <Layout frame={frame}>
      <h1>Upload tokens of {shown(fullName)}</h1>
      <p>
        A workflow with <code>id-token: write</code> needs none. Others upload reports with a token of the
        repository, which can do nothing else.
      </p>
      {created !== null && (
        <section class="flash" aria-labelledby="created">
          <h2 id="created">The new token</h2>
          <p>Copy it now. It is not shown again.</p>
          <pre tabIndex={0}>
            <code>{created}</code>
          </pre>
        </section>
      )}
      {mistake !== null && (
        <p class="problem" role="alert">
          {mistake}
        </p>
      )}
      <form class="filters" method="post" action={address}>
        <CsrfField token={csrfToken} />
        <label>
          Name of a new token <input name="name" required maxLength={100} autocomplete="off" />
        </label>
        <button type="submit">Make a token</button>
      </form>
      {tokens.length === 0 ? (
        <p class="empty">There are no tokens.</p>
      ) : (
        <CardTable
          caption="Tokens that may upload"
          columns={[{ name: 'Token' }, { name: 'Made' }, { name: 'Last used' }, { name: 'Revoke' }]}
          rows={tokens.map(({ id, name, createdAt, lastUsedAt }) => ({
            key: id,
            cells: [
              shown(name),
              day(createdAt),
              day(lastUsedAt),
              <form method="post" action={`${address}/${encodeText(id)}/revoke`}>
                <CsrfField token={csrfToken} />
                <button class="quiet" type="submit" aria-label={`Revoke ${shown(name)}`}>
                  Revoke
                </button>
              </form>,
            ],
          }))}
        />
      )}
    </Layout>
  );
}
