import type { ComponentChildren } from 'preact';

/** A link where there is somewhere to go, else its content alone. */
export function MaybeLink({
  href,
  children,
}: {
  readonly href: string | null;
  readonly children: ComponentChildren;
}) {
  return href === null ? <>{children}</> : <a href={href}>{children}</a>;
}
