import type { PageFrame } from '../frame/page-frame.ts';
import { Layout } from '../layout.tsx';
import { shown } from '../parts/shown.ts';

/** Asks to sign in with GitHub, and says what that gives the service. */
export function SignInPage({
  frame,
  startHref,
  problem = null,
}: {
  readonly frame: PageFrame;
  /** Where signing in begins; null where nobody can sign in. */
  readonly startHref: string | null;
  /** Why the last try failed. */
  readonly problem?: string | null;
}) {
  return (
    <Layout frame={frame}>
      <h1>Sign in</h1>
      {problem === null ? null : (
        <p class="problem" role="alert">
          {shown(problem)}
        </p>
      )}
      {startHref === null ? (
        <p>Nobody can sign in here: the service has no OAuth client of GitHub.</p>
      ) : (
        <>
          <p>You see the reviews of the repositories that you can read on GitHub, and nothing else.</p>
          <p>
            <a class="button" href={startHref}>
              Sign in with GitHub
            </a>
          </p>
          <p class="small">
            The service keeps your name and an encrypted token of GitHub until you sign out. It asks GitHub
            what you may read, and what you may approve at the moment when you do.
          </p>
        </>
      )}
    </Layout>
  );
}
