import type { Field, FieldType } from '@topodiff/schema';
import { upstreamUrl } from '@topodiff/rules';
import { jsonBanner } from '../banner.ts';
import type { GeneratedFiles } from '../generator.ts';

/** A part of a JSON Schema. */
type SchemaPart = Readonly<Record<string, unknown>>;

const largestInteger = 2_147_483_647;

/**
 * The JSON Schema (draft-07, which editors know best) of model-config.yaml. Sections of handlers are allowed at the top
 * level; inside torchrun TorchServe drops every other key, so none is.
 */
export function generateModelConfigSchema(fields: readonly Field[]): GeneratedFiles {
  const torchrun: SchemaPart = {
    type: 'object',
    properties: propertiesOf(fields, 'torchrun'),
    additionalProperties: false,
  };
  const document = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: jsonBanner(['packages/schema/src/model-config/fields.ts']),
    title: 'model-config.yaml of TorchServe',
    type: 'object',
    minProperties: 1,
    properties: propertiesOf(fields, 'top-level', torchrun),
  };
  return new Map([['docs/reference/model-config.schema.json', `${JSON.stringify(document, null, 2)}\n`]]);
}

function propertiesOf(
  fields: readonly Field[],
  section: Field['section'],
  torchrun: SchemaPart = {},
): SchemaPart {
  return Object.fromEntries(
    fields
      .filter((field) => field.section === section)
      .map((field) => [field.key, { ...describeField(field), ...describeType(field.type, torchrun) }]),
  );
}

function describeField(field: Field): SchemaPart {
  const since = field.since === '0.8.0' ? '' : ` Since TorchServe ${field.since}.`;
  const unit = field.unit === undefined ? '' : ` In ${field.unit}.`;
  return { description: `${field.description}${unit}${since}`, $comment: upstreamUrl(field.upstream) };
}

function describeType(type: FieldType, torchrun: SchemaPart): SchemaPart {
  switch (type.kind) {
    case 'integer':
      return { type: 'integer', minimum: type.minimum, maximum: largestInteger };
    case 'boolean':
      return { type: 'boolean' };
    case 'string':
      return { type: 'string' };
    case 'choice': {
      const names = type.values.map(({ name }) => name);
      return {
        anyOf: [{ enum: names }, { type: 'string', pattern: `^(?:${names.map(anyCase).join('|')})$` }],
      };
    }
    case 'device-ids':
      return { type: 'array', items: { type: 'integer', minimum: 0, maximum: largestInteger } };
    case 'torchrun':
      return torchrun;
  }
}

function anyCase(name: string): string {
  return Array.from(name, (letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}
