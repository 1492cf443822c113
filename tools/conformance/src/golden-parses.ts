/** One document of parse-golden.json; the node types recorded with it are for reading. */
interface GoldenParse {
  readonly name: string;
  readonly java:
    | { readonly modelConfig: Readonly<Record<string, unknown>> }
    | { readonly thrown: string; readonly cause: string | null };
  readonly pyyaml_6_0_3: { readonly thrown?: string };
}

/**
 * The documents of parse-golden.json (an object with `cases`) as lines of model-config-parse.jsonl; any other text as
 * it is. What the frontend catches when it reads a config (`ModelArchive.getModelConfig`, TorchServe 0.12.0) is an
 * InvalidModelException or an IOException; every other exception stops the server.
 *
 * @throws Error when a case lacks its name, text or one of the two observations.
 */
export function goldenAsLines(text: string): string {
  const cases = casesOf(text);
  if (cases === undefined) return text;
  return cases
    .map((row, index) => {
      if (!isGoldenParse(row)) {
        throw new Error(`case ${index + 1} is no recorded parse: it needs name, yaml, java and pyyaml_6_0_3`);
      }
      const { java, pyyaml_6_0_3: pyyaml, ...rest } = row;
      return JSON.stringify({ ...rest, ...outcomeOf(java), python: pyyaml.thrown ?? 'ok' });
    })
    .join('\n');
}

function outcomeOf(java: GoldenParse['java']): object {
  if ('modelConfig' in java) return { outcome: 'loaded', modelConfig: java.modelConfig };
  const { thrown, cause } = java;
  const isCaught = thrown === 'InvalidModelException' || thrown === 'IOException';
  return { outcome: isCaught ? 'ignored' : 'fatal', thrown: cause === null ? thrown : `${thrown}/${cause}` };
}

function casesOf(text: string): readonly unknown[] | undefined {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return undefined; // several lines of JSON: whoever reads them line by line says what is wrong
  }
  if (typeof whole !== 'object' || whole === null || !('cases' in whole)) return undefined;
  return Array.isArray(whole.cases) ? whole.cases : undefined;
}

function isGoldenParse(row: unknown): row is GoldenParse {
  if (typeof row !== 'object' || row === null || !('java' in row) || !('pyyaml_6_0_3' in row)) return false;
  const { java, pyyaml_6_0_3: pyyaml } = row;
  if (typeof java !== 'object' || java === null || typeof pyyaml !== 'object' || pyyaml === null)
    return false;
  const hasText = 'yaml' in row || 'yamlHex' in row;
  const hasOutcome = 'modelConfig' in java || ('thrown' in java && typeof java.thrown === 'string');
  return 'name' in row && hasText && hasOutcome;
}
