import * as z from 'zod';
import { fields, type Field, type FieldType } from './fields.ts';

const largestInteger = 2_147_483_647;

/**
 * What TorchServe takes as written: a model-config.yaml as a plain object, made from the field table. Other top-level
 * keys belong to handlers and are allowed; inside torchrun TorchServe drops every other key, so none is. Values that
 * TorchServe drops or moves into range are refused. Not loaded by the command and the Action: import it on demand.
 */
export const ModelConfigSchema = z
  .looseObject(shapeOf('top-level'))
  .refine((config) => Object.keys(config).length > 0, 'the file holds no configuration');

function shapeOf(section: Field['section']): Record<string, z.ZodType> {
  return Object.fromEntries(
    fields
      .filter((field) => field.section === section)
      .map((field: Field) => [field.key, describeField(field, schemaOf(field.type)).optional()]),
  );
}

function describeField({ description, unit, since }: Field, schema: z.ZodType): z.ZodType {
  const notes = [
    description,
    ...(unit === undefined ? [] : [`In ${unit}.`]),
    ...(since === '0.8.0' ? [] : [`Since TorchServe ${since}.`]),
  ];
  return schema.meta({ description: notes.join(' ') });
}

function schemaOf(type: FieldType): z.ZodType {
  switch (type.kind) {
    case 'integer':
      return z.int().min(type.minimum).max(largestInteger);
    case 'boolean':
      return z.boolean();
    case 'string':
      return z.string();
    case 'choice': {
      const names = type.values.map(({ name }) => name);
      // The names first, for an editor to offer; then any letter case, which TorchServe takes too.
      return z.union([
        z.enum(names),
        z.string().regex(new RegExp(`^(?:${names.map(inAnyCase).join('|')})?$`)),
      ]);
    }
    case 'device-ids':
      return z.array(z.int().min(0).max(largestInteger));
    case 'torchrun':
      return z.strictObject(shapeOf('torchrun'));
  }
}

/** JSON Schema has no flag for letter case. */
function inAnyCase(name: string): string {
  return Array.from(name, (letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

/** The editor's JSON Schema (draft-07, which editors know best) of model-config.yaml. */
export function modelConfigJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, type, properties } = z.toJSONSchema(ModelConfigSchema, { target: 'draft-7', io: 'input' });
  return { $schema, title: 'model-config.yaml of TorchServe', type, minProperties: 1, properties };
}
