import type { ModelManifest } from './model-archive.ts';

/**
 * Reads the text of a MAR-INF/MANIFEST.json as TorchServe does (archive/model/Manifest.java, read by Gson).
 *
 * Not imitated: Gson takes some faults of JSON (keys without quotes, comments), which are refused here.
 *
 * @returns the manifest, or one clause that says what is wrong.
 */
export function parseManifest(text: string): ModelManifest | { readonly detail: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return {
      detail: 'its MAR-INF/MANIFEST.json is no JSON: build it again',
    };
  }
  const manifest = objectOf(parsed);
  const model = objectOf(manifest?.['model']);
  if (manifest === null || model === null) {
    return { detail: 'its MAR-INF/MANIFEST.json has no model: build it again' };
  }
  return {
    modelName: textOf(model['modelName']),
    modelVersion: textOf(model['modelVersion']),
    configFile: textOf(model['configFile']),
    handler: textOf(model['handler']),
    runtime: textOf(manifest['runtime']),
    serializedFile: textOf(model['serializedFile']),
  };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, unknown>>) : null; // checked on the line above
}

/** Gson takes a number or a boolean for a text; an empty one is as good as none. */
function textOf(value: unknown): string | null {
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const text = isScalar ? String(value) : '';
  return text === '' ? null : text;
}
