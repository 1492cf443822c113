import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const schemaFile = new URL('../../fixtures/sarif/sarif-2.1.0-rtm.5.json', import.meta.url);
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>; // a schema is an object

// The schema names draft 4, which ajv does not read any more; it holds nothing that draft 7 reads differently. One of its
// patterns has a lone bracket, which the u flag forbids.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** Where a SARIF log breaks the schema of SARIF 2.1.0: empty for a valid one. */
export function sarifProblems(log: unknown): readonly string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
