import type { ReportFinding } from '@topodiff/report';

/** Fixed words, or a value from the file or the host. */
export type MessagePart = ReportFinding['messageParts'][number];
