import type { ConfigValue } from '@topodiff/schema';

/** `{{ name }}` without quotes: YAML reads a map whose only key is a map. */
export function isTemplateMap(value: ConfigValue): boolean {
  return value.kind === 'map' && value.entries.length === 1 && value.entries[0]?.key.kind === 'map';
}

/**
 * Whether a text holds an expression of a template that was never rendered: `${NAME}` anywhere, `{{ name }}` as the
 * whole text. In a handler section `{{ … }}` inside a longer text is left alone: chat templates are made of it.
 */
export function isTemplateText(text: string, isFrontendValue: boolean): boolean {
  if (/\$\{\{?[^{}]+\}/.test(text)) return true;
  return isFrontendValue ? /\{\{[^{}]*\}\}/.test(text) : /^\s*\{\{[^{}]*\}\}\s*$/.test(text);
}
