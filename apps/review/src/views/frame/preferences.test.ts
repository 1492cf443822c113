import { readPreferences } from './preferences.ts';

test.each([
  [undefined, { theme: 'auto', hasShortcuts: true, diff: 'unified' }],
  [
    'topodiff-theme=dark; topodiff-shortcuts=off; topodiff-diff=split',
    { theme: 'dark', hasShortcuts: false, diff: 'split' },
  ],
  [
    'topodiff-theme="><script>; other; =; topodiff-diff=',
    { theme: 'auto', hasShortcuts: true, diff: 'unified' },
  ],
])('%s', (header, expected) => {
  expect(readPreferences(header)).toEqual(expected);
});
