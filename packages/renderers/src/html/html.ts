import type { Report } from '@topodiff/report';
import { block, inline, styleSheet } from '../escape/markup.ts';
import { modelNames } from '../reading/model-names.ts';
import type { Renderer } from '../renderer.ts';
import type { HtmlOptions } from './html-options.ts';
import { htmlStyles } from './html-styles.ts';
import { modelPages } from './model-page.ts';
import { approvals } from './sections/approvals.ts';
import { closing, skippedFiles } from './sections/closing.ts';
import { findings } from './sections/findings.ts';
import { fleetTable } from './sections/fleet-table.ts';
import { details } from './sections/model-details.ts';
import { modelsTable } from './sections/models-table.ts';
import { opening, verdictText } from './sections/opening.ts';
import { remarks } from './sections/remarks.ts';

/** One file to keep or to send: what the comment says and everything about each model, without scripts or requests. */
export const html: Renderer<HtmlOptions> = {
  id: 'html',
  mediaType: 'text/html',
  render: (report, options) => `<!doctype html>\n${page(report, options).toString()}\n`,
};

function page(report: Report, options: HtmlOptions) {
  const pages = modelPages(report);
  return block('html', { lang: 'en' }, [
    block('head', {}, [
      inline('meta', { charset: 'utf-8' }),
      inline('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      inline('title', {}, `${verdictText(report)} – topodiff`),
      styleSheet(htmlStyles),
    ]),
    block('body', {}, [
      opening(report),
      block('main', {}, [
        ...remarks(report),
        ...modelsTable(report, pages),
        ...approvals(report, modelNames(report)),
        ...findings(report, options),
        ...fleetTable(report),
        ...details(report, pages, options),
        ...skippedFiles(report),
      ]),
      closing(report, options),
    ]),
  ]);
}
