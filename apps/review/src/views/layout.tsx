import type { ComponentChildren } from 'preact';
import type { Identity } from '../auth/identity.ts';

/** What every page shows around its content. */
export interface PageFrame {
  readonly title: string;
  readonly identity: Identity;
  /** Path of the page, to mark the place in the navigation. */
  readonly path: string;
  /** `auto` follows the system. */
  readonly theme: 'auto' | 'light' | 'dark';
  readonly isLocal: boolean;
}

/** The whole document of a page. Everything in it is escaped by the renderer. */
export function Layout({
  frame,
  children,
}: {
  readonly frame: PageFrame;
  readonly children: ComponentChildren;
}) {
  return (
    <html lang="en" data-theme={frame.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{frame.title} · topodiff</title>
        <link rel="stylesheet" href="/public/review.css" />
        <script src="/public/review.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <main id="content">{children}</main>
      </body>
    </html>
  );
}
