import type { ConfigValue, ModelConfigDocument } from '@topodiff/schema';
import { torchserve } from '@topodiff/schema';
import { isFrontendPath } from '../../frontend-keys.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { isTemplateMap, isTemplateText } from '../../template-text.ts';
import type { PlacedValue } from '../../walk-values.ts';
import { walkValues } from '../../walk-values.ts';
import { writtenValue } from '../../written-value.ts';

type MessageId = 'braces' | 'frontend' | 'handler';

export const yamlUnrenderedTemplate = defineRule({
  id: 'yaml-unrendered-template',
  description: 'Disallow template expressions that nobody fills in',
  rationale:
    'TorchServe substitutes nothing in this file, neither environment variables nor templates. A frontend key then has the wrong type and is ignored; `{{ name }}` without quotes is a map with a map as its key, on which every Python worker dies; in a handler section the handler gets the expression itself.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  evidence: ['parser-observed'],
  upstream: [
    torchserve('archive/utils/ArchiveUtils.java', 'readYamlFile: parses the text as it is', '62-73'),
    torchserve('ts/service.py', 'the worker parses the text as it is', '34-53'),
  ],
  messages: {
    braces:
      'The template {written} was never filled in: the frontend accepts the file and registers the model, but no worker can read it.',
    frontend:
      'The template {written} was never filled in: TorchServe fills in nothing and ignores this value.',
    handler:
      'The template {written} was never filled in: TorchServe fills in nothing, and the handler gets this text.',
  },
  suggestions: {
    braces: 'Render the template before the archive is built.',
    frontend: 'Render the template before the archive is built.',
    handler: 'Render the template before the archive is built.',
  },
  whenNotToUse: 'When the handler fills the expressions in itself.',
  check: ({ document }) => readableValues(document).flatMap(describeTemplate),
});

/** The frontend's tree, which alone holds `{{ name }}`; the handler's when only Python can read the file. */
function readableValues({ frontend, handler }: ModelConfigDocument): readonly PlacedValue[] {
  const reading = frontend.outcome === 'loaded' ? frontend : handler;
  return reading.outcome === 'loaded' ? walkValues(reading.root) : [];
}

function describeTemplate({ path, value }: PlacedValue): FindingDraft<MessageId>[] {
  const messageId = messageOf(value, isFrontendPath(path));
  if (messageId === null) return [];
  return [{ messageId, at: path, range: value.range, params: { written: writtenValue(value) } }];
}

function messageOf(value: ConfigValue, isFrontend: boolean): MessageId | null {
  if (isTemplateMap(value)) return 'braces';
  if (value.kind !== 'string' || !isTemplateText(value.value, isFrontend)) return null;
  return isFrontend ? 'frontend' : 'handler';
}
