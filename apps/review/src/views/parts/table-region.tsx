import type { ComponentChildren } from 'preact';

/** A table that scrolls by itself where it is wider than the page; the keyboard reaches it too. */
export function TableRegion({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="table-region" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
