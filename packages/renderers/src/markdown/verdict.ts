import type { Report } from '@topodiff/report';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { verdictOf } from '../reading/verdict.ts';

/** The first thing read, also in an e-mail's subject line: the conclusion in words, then what happens. */
export function verdict(report: Report): string {
  const { sign, words, effect } = verdictOf(report);
  return effect === null ? `${sign} ${words}` : `${sign} ${words}: ${escapeMarkdown(effect)}`;
}
