import { shown } from '../parts/shown.ts';
import { highlightYaml } from './highlight-yaml.ts';

/** The text of one line of YAML in its colours. */
export function CodeLine({ text }: { readonly text: string }) {
  return (
    <code>
      {highlightYaml(text).map((token, index) =>
        token.kind === null ? (
          shown(token.text)
        ) : (
          <span key={index} class={`yaml-${token.kind}`}>
            {shown(token.text)}
          </span>
        ),
      )}
    </code>
  );
}
