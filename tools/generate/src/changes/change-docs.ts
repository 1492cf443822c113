import type { Change, ChangeType } from '@topodiff/diff';
import { findTextHunks } from '@topodiff/diff';
import { upstreamUrl } from '@topodiff/rules';
import { markdownBanner } from '../banner.ts';
import type { GeneratedFiles } from '../generator.ts';
import { codeBlock, formatParts, textLine } from '../markdown.ts';
import type { ChangeEntry, ChangeExample } from './change-page.ts';

const folder = 'docs/changes/';
const source = 'packages/diff/src/change-types';

/** Titles of the pages by area, in the order of the catalogue. */
const titles: Readonly<Record<ChangeType['area'], string>> = {
  file: 'The file',
  workers: 'Workers',
  batching: 'Batching',
  devices: 'Devices',
  timeouts: 'Timeouts',
  queue: 'Queue',
  parallelism: 'Parallelism',
  launcher: 'Launcher',
  framework: 'Framework',
  handler: 'Handler',
  'of-the-setting': 'Any setting',
};

/** The catalogue of changes: an index, and one page per area with an entry for each type. */
export function generateChangeDocs(entries: readonly ChangeEntry[]): GeneratedFiles {
  const areas = (Object.keys(titles) as ChangeType['area'][]).map((area) => ({
    // the keys are those of the record's type
    area,
    entries: entries.filter(({ type }) => type.area === area),
  }));
  return new Map([
    [`${folder}index.md`, generateIndex(areas)],
    ...areas.map(
      ({ area, entries: ofArea }) => [`${folder}${pageOf(area)}`, generatePage(area, ofArea)] as const,
    ),
  ]);
}

interface AreaEntries {
  readonly area: ChangeType['area'];
  readonly entries: readonly ChangeEntry[];
}

function generateIndex(areas: readonly AreaEntries[]): string {
  const count = areas.reduce((sum, { entries }) => sum + entries.length, 0);
  return joinBlocks([
    markdownBanner([source]),
    '# Changes',
    `${count} kinds of change between two versions of a model-config.yaml. They are found by comparing what TorchServe makes of both, not their texts. What the impacts mean: [glossary](../glossary.md#impact).`,
    ...areas.flatMap(({ area, entries }) => [
      `## ${titles[area]}`,
      [
        '| Change | What happened | Impact |',
        '| --- | --- | --- |',
        ...entries.map(
          ({ type }) =>
            `| [${type.id}](${pageOf(area)}#${type.id}) | ${textLine(type.description)} | ${levelsOf(type)} |`,
        ),
      ].join('\n'),
    ]),
  ]);
}

function generatePage(area: ChangeType['area'], entries: readonly ChangeEntry[]): string {
  return joinBlocks([
    markdownBanner([source]),
    `# Changes: ${titles[area]}`,
    ...entries.flatMap(generateEntry),
  ]);
}

function generateEntry({ type, examples }: ChangeEntry): readonly string[] {
  return [
    `## ${type.id}`,
    textLine(type.description),
    type.impacts
      .map(({ level, reason, when }, index) => {
        const condition =
          when === undefined ? (index === 0 ? '' : ', otherwise') : `, when ${textLine(when)}`;
        return `- **${level}**${condition}: ${textLine(reason)}`;
      })
      .join('\n'),
    ...examples.flatMap(generateExample),
    type.upstream
      .map((reference) => {
        const file = reference.file.split('/').at(-1) ?? reference.file;
        const lines = reference.lines === undefined ? '' : `, ${reference.lines}`;
        return `TorchServe: ${textLine(reference.symbol)}, [${file}${lines}](${upstreamUrl(reference)})`;
      })
      .join('  \n'),
  ];
}

function generateExample({ name, base, head, assumption, changes }: ChangeExample): readonly string[] {
  const title = textLine(`${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  return [
    assumption === null ? `${title}:` : `${title} (assumed: ${assumption}):`,
    showTexts(base ?? '', head ?? ''),
    changes.map(describeChange).join('\n'),
  ];
}

/** The lines that differ; the text itself when it is the same on both sides and something else changed. */
function showTexts(base: string, head: string): string {
  if (base === head) return codeBlock('yaml', head);
  const hunks = findTextHunks(base, head) ?? [];
  return codeBlock('diff', hunks.flatMap(({ lines }) => lines).join('\n'));
}

function describeChange({ impact, message }: Change): string {
  return `- **${impact}** ${formatParts(message)}`;
}

function levelsOf({ impacts }: ChangeType): string {
  return [...new Set(impacts.map(({ level }) => level))].join(' or ');
}

function pageOf(area: ChangeType['area']): string {
  return area === 'of-the-setting' ? 'any-setting.md' : `${area}.md`;
}

function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
