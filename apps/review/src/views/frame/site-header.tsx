import { CsrfField } from '../parts/csrf-field.tsx';
import type { PageFrame } from './page-frame.ts';
import { shown } from '../parts/shown.ts';

const places = [
  { path: '/reviews', name: 'Reviews', isForReaders: true },
  { path: '/fleet', name: 'Fleet', isForReaders: true },
  { path: '/rules', name: 'Rules', isForReaders: false },
  { path: '/playground', name: 'Playground', isForReaders: false },
];

/** Name of the service, where one can go, and who is signed in. */
export function SiteHeader({ frame }: { readonly frame: PageFrame }) {
  const isReader = frame.identity.kind !== 'nobody';
  return (
    <header class="site-header">
      <a class="brand" href="/">
        topodiff
      </a>
      <nav aria-label="Main">
        <ul>
          {places
            .filter(({ isForReaders }) => isReader || !isForReaders)
            .map(({ path, name }) => (
              <li key={path}>
                <a href={path} aria-current={currentOf(frame.path, path)}>
                  {name}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <Person frame={frame} />
    </header>
  );
}

/** `page` on the page itself, `true` on those below it. */
function currentOf(path: string, place: string): 'page' | 'true' | undefined {
  if (path === place) return 'page';
  return path.startsWith(`${place}/`) ? 'true' : undefined;
}

function Person({ frame }: { readonly frame: PageFrame }) {
  const { identity } = frame;
  switch (identity.kind) {
    case 'local':
      return <p class="person">Local mode</p>;
    case 'nobody':
      return (
        <p class="person">
          <a href="/sign-in">Sign in</a>
        </p>
      );
    case 'user':
      return (
        <form class="person" method="post" action="/sign-out">
          <CsrfField token={frame.csrfToken ?? identity.csrfToken} />
          <span>{shown(identity.login)}</span>
          <button class="quiet" type="submit">
            Sign out
          </button>
        </form>
      );
  }
}
