import type { PageFrame } from '../frame/page-frame.ts';
import { Layout } from '../layout.tsx';
import { shown } from '../parts/shown.ts';

/** What went wrong, in words, and where one can go from here. */
export interface ErrorMessage {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Of a fault of ours: by it the log is searched. */
  readonly requestId?: string | null;
  readonly back?: { readonly href: string; readonly name: string };
}

/** The same page for what does not exist and what somebody may not see: nobody learns which. */
export const notFoundMessage: ErrorMessage = {
  status: 404,
  title: 'Not found',
  detail: 'There is nothing here, or you may not see it.',
};

/** A page that says why there is no other. */
export function ErrorPage({ frame, message }: { readonly frame: PageFrame; readonly message: ErrorMessage }) {
  const back = message.back ?? { href: '/', name: 'To the start page' };
  return (
    <Layout frame={{ ...frame, title: message.title }}>
      <h1>{message.title}</h1>
      <p>{shown(message.detail)}</p>
      {message.requestId === undefined || message.requestId === null ? null : (
        <p class="small">
          Request <code>{shown(message.requestId)}</code>
        </p>
      )}
      <p>
        <a href={back.href}>{back.name}</a>
      </p>
    </Layout>
  );
}
