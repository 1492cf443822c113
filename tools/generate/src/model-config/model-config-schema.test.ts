import { fields } from '@topodiff/schema';
import { generateModelConfigSchema } from './model-config-schema.ts';

interface Part {
  readonly type?: string;
  readonly minimum?: number;
  readonly anyOf?: readonly { readonly enum?: readonly string[]; readonly pattern?: string }[];
  readonly properties: Readonly<Record<string, Part>>;
  readonly additionalProperties?: boolean;
}

const text = (await generateModelConfigSchema()).get('docs/reference/model-config.schema.json') ?? '';
const schema = JSON.parse(text) as Part; // our own output

describe("the editor's JSON Schema", () => {
  test('knows every key in its section', () => {
    const torchrun = schema.properties['torchrun'];
    expect([...Object.keys(schema.properties), ...Object.keys(torchrun?.properties ?? {})].sort()).toEqual(
      fields.map(({ key }) => key).sort(),
    );
    expect(schema).not.toHaveProperty('additionalProperties');
    expect(torchrun?.additionalProperties).toBe(false);
  });

  test('takes integers from their minimum, and names in any letter case', () => {
    expect(schema.properties['batchSize']).toMatchObject({
      type: 'integer',
      minimum: 1,
      maximum: 2147483647,
    });
    const [names, pattern] = schema.properties['deviceType']?.anyOf ?? [];
    expect(names?.enum).toEqual(['cpu', 'gpu']);
    expect(new RegExp(pattern?.pattern ?? '').test('GPU')).toBe(true);
    expect(new RegExp(pattern?.pattern ?? '').test('cuda')).toBe(false);
  });
});
