import { readModelArchive, type ModelArchive } from '@topodiff/archive';
import type { SourceText } from '@topodiff/report';
import { decodeSource } from './load-text.ts';
import type { ModelSide } from './model-side.ts';

/**
 * The configuration in a model archive or an unpacked model, with what the manifest says of it. An archive that cannot be
 * read is a side that cannot be read, so that it hides no other file.
 */
export async function loadArchive(shownPath: string, location: string): Promise<ModelSide> {
  const reading = await readModelArchive(location);
  if (reading.kind === 'unreadable') {
    return {
      path: shownPath,
      source: { kind: 'unreadable', reason: 'failed', detail: reading.detail },
      relatedFiles: new Map(),
      archive: null,
      remarks: [],
    };
  }
  const { archive } = reading;
  const { manifest, fileNames, foundConfigFile, config, relatedFiles, unlistedFiles } = archive;
  const path = `${shownPath.replace(/\/+$/, '')}/${config?.path ?? manifest.configFile ?? 'model-config.yaml'}`;
  return {
    path,
    source: sourceOf(archive),
    relatedFiles,
    archive: { manifest, fileNames, foundConfigFile },
    remarks: [
      ...(config === null && manifest.configFile === null
        ? [`${shownPath} has no configuration: TorchServe runs the model with defaults`]
        : []),
      ...(unlistedFiles === 0 ? [] : [`${unlistedFiles} more files of ${shownPath} are not looked at`]),
    ],
  };
}

/** A model without a configuration is like one with an empty text that nobody reads. */
function sourceOf({ config }: ModelArchive): SourceText {
  if (config === null) return { kind: 'text', text: '' };
  const { content } = config;
  return 'bytes' in content
    ? decodeSource(content.bytes)
    : { kind: 'unreadable', reason: 'failed', detail: content.detail };
}
