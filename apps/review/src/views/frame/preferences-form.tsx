import type { PageFrame } from './page-frame.ts';
import { CsrfField } from '../parts/csrf-field.tsx';

/** Theme, shortcuts and diff layout, at the foot of every page. */
export function PreferencesForm({ frame }: { readonly frame: PageFrame }) {
  return (
    <form class="preferences" method="post" action="/preferences" aria-label="Preferences">
      <CsrfField token={frame.csrfToken ?? ''} />
      <input type="hidden" name="return-to" value={frame.returnTo ?? frame.path} />
      <label>
        Theme{' '}
        <select name="theme">
          <option value="auto" selected={frame.theme === 'auto'}>
            as the system
          </option>
          <option value="light" selected={frame.theme === 'light'}>
            light
          </option>
          <option value="dark" selected={frame.theme === 'dark'}>
            dark
          </option>
        </select>
      </label>
      <label>
        Text diff{' '}
        <select name="diff">
          <option value="unified" selected={frame.diff !== 'split'}>
            unified
          </option>
          <option value="split" selected={frame.diff === 'split'}>
            side by side
          </option>
        </select>
      </label>
      <label class="check">
        <input type="checkbox" name="shortcuts" value="on" checked={frame.hasShortcuts !== false} /> Keyboard
        shortcuts
      </label>
      <button type="submit">Save preferences</button>
    </form>
  );
}
