import type { ReportNotice } from '@topodiff/report';

/** What a notice is about, when its message does not name it. */
export function noticePlace({ path, message }: ReportNotice): string | null {
  return path === null || message.startsWith(path) ? null : path;
}
