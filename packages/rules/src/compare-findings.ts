import { formatConfigPath } from '@topodiff/schema';
import type { Finding } from './finding.ts';

/**
 * File order: line, column, rule id. What is left (end, message, path, parameters) only makes the order total, so
 * that 0 means the same finding.
 */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareTexts(a.ruleId, b.ruleId) ||
    a.range.end.line - b.range.end.line ||
    a.range.end.column - b.range.end.column ||
    compareTexts(a.messageId, b.messageId) ||
    compareTexts(formatConfigPath(a.path), formatConfigPath(b.path)) ||
    compareTexts(JSON.stringify(a.params), JSON.stringify(b.params))
  );
}

/** By code unit: the same on every machine. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
