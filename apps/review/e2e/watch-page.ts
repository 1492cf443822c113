import type { Page } from 'playwright-core';

/** What a browser complains of while a page is open. */
export interface PageWatch {
  /** Errors of the console, violations of the content security policy among them, and requests to other hosts. */
  readonly complaints: readonly string[];
}

/** Collects the complaints of a page from now on. */
export function watchPage(page: Page, serviceUrl: string): PageWatch {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A page of an error is meant to be one.
    const isDocument = message.location().url === page.url() && message.text().startsWith('Failed to load');
    if (['error', 'warning'].includes(message.type()) && !isDocument) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${serviceUrl}/`) && !url.startsWith('data:')) complaints.push(`asks ${url}`);
  });
  page.on('response', (response) => {
    const isDocument = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isDocument)
      complaints.push(`${response.status()} for ${response.url()}`);
  });
  return { complaints };
}
