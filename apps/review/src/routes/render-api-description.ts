import { describeApi } from './openapi.ts';

/** The description of the API as the docs have it: as a service with the default settings answers it. */
export async function renderApiDescription(): Promise<string> {
  return `${JSON.stringify(await describeApi('http://127.0.0.1:4173'), null, 2)}\n`;
}
