import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};

/** The rules that depend on the theme. */
const colourOptions: RunOptions = {
  runOnly: ['color-contrast', 'link-in-text-block'],
  resultTypes: ['violations'],
};

/**
 * Violations of WCAG 2.x, levels A and AA, one line for each element.
 *
 * @param rules - `colours`: only what may differ in another theme of the same page
 */
export async function findAxeViolations(page: Page, rules: 'all' | 'colours'): Promise<readonly string[]> {
  // By the debugger: the page's policy rightly refuses a script element.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(source);
  const chosen = JSON.stringify(rules === 'all' ? options : colourOptions);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${chosen})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').at(1) ?? ''}`),
  );
}
