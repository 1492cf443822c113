import type { ReportRange } from '@topodiff/report';
import type { ArtifactLocation, Location, Region } from 'sarif';
import { encodeUrlPath } from '../escape/encode-url.ts';

/** The root of the repository, under the name that GitHub and most viewers know. */
export const sourceRoot = '%SRCROOT%';

/** The place of a file: relative to the repository, unless its path is absolute. */
export function artifactLocation(path: string): ArtifactLocation {
  return path.startsWith('/')
    ? { uri: `file://${encodeUrlPath(path)}` }
    : { uri: encodeUrlPath(path), uriBaseId: sourceRoot };
}

/** Lines and columns are SARIF's already: from 1, in UTF-16 units, the end behind the last character. */
export function region({ start, end }: ReportRange): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A file, or a range in it. */
export function location(path: string, range: ReportRange | null): Location {
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(path),
      ...(range === null ? {} : { region: region(range) }),
    },
  };
}
