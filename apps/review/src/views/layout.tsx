import type { ComponentChildren } from 'preact';
import type { PageFrame } from './frame/page-frame.ts';
import { PreferencesForm } from './frame/preferences-form.tsx';
import { ShortcutsDialog } from './frame/shortcuts-dialog.tsx';
import { shown } from './parts/shown.ts';
import { SiteHeader } from './frame/site-header.tsx';

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
        <title>{shown(frame.title)} · topodiff</title>
        <link rel="icon" href="/public/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/public/review.css" />
        <script src="/public/review.js" defer></script>
      </head>
      <body data-shortcuts={frame.hasShortcuts === false ? 'off' : 'on'}>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <SiteHeader frame={frame} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <footer class="site-footer">
          <PreferencesForm frame={frame} />
        </footer>
        <ShortcutsDialog />
      </body>
    </html>
  );
}
