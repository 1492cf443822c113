import { setTimeout as wait } from 'node:timers/promises';
import { printSection } from './print-section.ts';
import { startDashboard, type ExampleReview } from './start-dashboard.ts';

/** Where people find the dashboard. */
const port = 4173;

/** Serves the pull request until Ctrl-C. Throws DashboardError when the port is taken. */
export async function serveDashboard(review: ExampleReview, storeFolder: string): Promise<void> {
  const dashboard = await startDashboard(review, storeFolder, port);
  printSection('The dashboard', `${dashboard.page}\n\nIt serves this machine until Ctrl-C.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => dashboard.stop());
  const code = await dashboard.ended;
  if (code !== 0) throw new Error(`the dashboard exited ${code}`);
}

/**
 * Sees that the dashboard shows the pull request, on any free port, and stops it.
 *
 * @throws Error when it does not.
 */
export async function checkDashboard(review: ExampleReview, storeFolder: string): Promise<void> {
  const dashboard = await startDashboard(review, storeFolder, 0);
  try {
    const answer = await fetch(dashboard.page);
    if (answer.status !== 200) throw new Error(`the dashboard answered ${answer.status}`);
    const characters = (await answer.text()).length;
    printSection(
      'The dashboard',
      `It shows the pull request on a page of ${characters} characters. To look at it: npm start -- --serve`,
    );
  } finally {
    dashboard.stop();
    // Ten seconds is what it gives to requests that run; none does.
    await Promise.race([dashboard.ended, wait(15_000, undefined, { ref: false })]);
  }
}
