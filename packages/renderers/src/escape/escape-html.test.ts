import { escapeHtml } from './escape-html.ts';

test('markup and quotes are text, on one line', () => {
  expect(escapeHtml(`<b title="a" x='y'>&amp;\n\n</b>`)).toBe(
    '&lt;b title=&quot;a&quot; x=&#39;y&#39;&gt;&amp;amp;\\n\\n&lt;/b&gt;',
  );
});
