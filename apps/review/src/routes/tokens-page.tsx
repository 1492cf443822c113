import type { RepositoryTokenRecord } from '../store/store.ts';

/** What the page of a repository's tokens shows. */
export interface TokensPage {
  readonly fullName: string;
  readonly tokens: readonly RepositoryTokenRecord[];
  readonly csrfToken: string;
  /** A token that was just made: shown this once. */
  readonly created: string | null;
  /** What was wrong with the form. */
  readonly mistake: string | null;
}

function day(date: Date | null): string {
  return date === null ? 'never' : date.toISOString().slice(0, 10);
}

/** The content of the page of a repository's tokens. */
export function TokensContent({ fullName, tokens, csrfToken, created, mistake }: TokensPage) {
  const address = `/repositories/${fullName}/tokens`;
  return (
    <>
      <h1>Upload tokens of {fullName}</h1>
      <p>
        A workflow with <code>id-token: write</code> needs none. Others upload reports with a token of the
        repository, which can do nothing else.
      </p>
      {created !== null && (
        <section aria-labelledby="created">
          <h2 id="created">The new token</h2>
          <p>Copy it now. It is not shown again.</p>
          <p>
            <code>{created}</code>
          </p>
        </section>
      )}
      {mistake !== null && <p role="alert">{mistake}</p>}
      <form method="post" action={address}>
        <input type="hidden" name="csrf" value={csrfToken} />
        <label for="name">Name of a new token</label>
        <input id="name" name="name" required maxLength={100} autocomplete="off" />
        <button type="submit">Make a token</button>
      </form>
      {tokens.length === 0 ? (
        <p>There are no tokens.</p>
      ) : (
        <table>
          <caption>Tokens that may upload</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Made</th>
              <th scope="col">Last used</th>
              <th scope="col">Revoke</th>
            </tr>
          </thead>
          <tbody>
            {tokens.map(({ id, name, createdAt, lastUsedAt }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{day(createdAt)}</td>
                <td>{day(lastUsedAt)}</td>
                <td>
                  <form method="post" action={`${address}/${encodeURIComponent(id)}/revoke`}>
                    <input type="hidden" name="csrf" value={csrfToken} />
                    <button type="submit" aria-label={`Revoke ${name}`}>
                      Revoke
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
