import { Router } from 'express';
import { html, json, sarif } from '@topodiff/renderers';
import type { Report } from '@topodiff/report';
import { rules } from '@topodiff/rules';
import type { AppParts } from '../../app-parts.ts';
import { repositoryUrlOf } from '../../views/parts/addresses.ts';
import { findVisibleReview, loadRevision } from './find-visible-review.ts';

interface Format {
  readonly mediaType: string;
  render(report: Report, links: { readonly repositoryUrl?: string }): string;
}

const formats: Readonly<Record<string, Format>> = {
  json: { mediaType: json.mediaType, render: (report) => json.render(report, {}) },
  html: {
    mediaType: html.mediaType,
    render: (report, links) => html.render(report, links),
  },
  sarif: {
    mediaType: sarif.mediaType,
    render: (report, links) => sarif.render(report, { rules, ...links }),
  },
};

/** Routes that give a report away as a file. */
export function createDownloadRoutes(parts: AppParts): Router {
  const router = Router();
  router.get('/:owner/:name/:number/report.:extension', async (request, response, next) => {
    const { extension } = request.params;
    const format = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
    const found = format === undefined ? null : await findVisibleReview(parts, request, response);
    const loaded = found === null ? null : await loadRevision(parts, found, request.query['revision']);
    if (format === undefined || found === null || loaded === null) return next();
    const { fullName } = found.repository;
    const repositoryUrl = repositoryUrlOf(
      parts.configuration.github.serverUrl,
      fullName,
      loaded.revision.uploadedBy,
    );
    const name = fileName(fullName, found.review.pullRequest.number, loaded.revision.ordinal, extension);
    response
      .set('Content-Type', `${format.mediaType}; charset=utf-8`)
      .set('Content-Disposition', `attachment; filename="${name}"`)
      .set('X-Content-Type-Options', 'nosniff')
      .send(format.render(loaded.report, repositoryUrl === null ? {} : { repositoryUrl }));
  });
  return router;
}

/** Letters, digits, `.`, `_` and `-`: nothing that ends a header or leads out of a folder. */
function fileName(fullName: string, number: number, ordinal: number, extension: string): string {
  const repository = fullName.replace(/[^\w-]+/g, '-').slice(0, 80);
  return `topodiff-${repository}-${number}-r${ordinal}.${extension}`;
}
