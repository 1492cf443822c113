import { parseCookies } from '../../requests/parse-cookies.ts';

/** What somebody chose for his browser; kept in cookies, because it concerns nobody else. */
export interface Preferences {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly hasShortcuts: boolean;
  readonly diff: DiffLayout;
}

/** How a text diff stands on the page: both sides in one column, or beside each other. */
export type DiffLayout = 'split' | 'unified';

/** The choices of a theme, the default first. */
export const themes = ['auto', 'light', 'dark'] as const;
/** The choices of a diff layout, the default first. */
export const diffLayouts = ['unified', 'split'] as const;

/** Names of the cookies, one for each preference. */
export const preferenceCookies = {
  theme: 'topodiff-theme',
  shortcuts: 'topodiff-shortcuts',
  diff: 'topodiff-diff',
} as const;

/** Reads the preferences out of a `Cookie` header; what is not among the choices is the default. */
export function readPreferences(header: string | undefined): Preferences {
  const cookies = parseCookies(header);
  return {
    theme: chosen(themes, cookies.get(preferenceCookies.theme)),
    hasShortcuts: cookies.get(preferenceCookies.shortcuts) !== 'off',
    diff: chosen(diffLayouts, cookies.get(preferenceCookies.diff)),
  };
}

/** The value where it is one of the choices, else the first of them. */
export function chosen<const Choice extends string>(
  choices: readonly [Choice, ...Choice[]],
  value: unknown,
): Choice {
  return choices.find((choice) => choice === value) ?? choices[0];
}
