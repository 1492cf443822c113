import { Icon } from './icon.tsx';

/** A link to the place itself; the script copies it when it is followed. */
export function Permalink({ id, what }: { readonly id: string; readonly what: string }) {
  return (
    <a class="permalink" href={`#${id}`} data-permalink aria-label={`Permalink to ${what}`}>
      <Icon name="link" />
    </a>
  );
}
