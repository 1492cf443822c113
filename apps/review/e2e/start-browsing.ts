import type { Browser } from 'playwright-core';
import { openChromium } from './open-chromium.ts';
import { startStockedService, type StockedService } from './start-stocked-service.ts';

/** A service and a browser for all tests of a file. */
export interface Browsing {
  readonly service: StockedService;
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
}

/** Starts both, or neither: what is left behind would keep the tests from ending. */
export async function startBrowsing(): Promise<Browsing> {
  const browser = await openChromium();
  try {
    const service = await startStockedService();
    return {
      service,
      browser,
      stop: async () => {
        await browser.close();
        await service.stop();
      },
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
