import { Layout } from './layout.tsx';
import { renderPage } from './render-page.tsx';

test('a page is a document in which every text is escaped', () => {
  const frame = {
    title: '<b>',
    identity: { kind: 'nobody' },
    path: '/',
    theme: 'auto',
  } as const;
  const page = renderPage(
    <Layout frame={frame}>
      <p title={'"><script>'}>{'<script>alert(1)</script>'}</p>
    </Layout>,
  );
  expect(page).toMatch(/^<!doctype html>\n<html lang="en"/);
  expect(page).toContain('<title>&lt;b> · topodiff</title>');
  expect(page).not.toContain('<script>alert');
});
