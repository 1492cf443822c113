import { Router } from 'express';
import { identityOf } from '../auth/identity-of.ts';
import { visibleRepositories } from '../auth/visible-repositories.ts';
import type { AppParts } from '../app-parts.ts';
import { FleetPage } from '../views/fleet/fleet-page.tsx';
import { pageFrameOf } from '../views/frame/page-frame-of.ts';
import { sendPage } from '../views/send-page.tsx';

/** GPUs of all repositories that somebody may see, at `/fleet`. */
export function createFleetRoutes(parts: AppParts): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const visible = await visibleRepositories(identityOf(response), parts.github);
    const records = await parts.store.listFleet(visible);
    const frame = pageFrameOf(request, response, 'Fleet');
    sendPage(response, <FleetPage frame={frame} records={records} now={parts.now()} />);
  });
  return router;
}
