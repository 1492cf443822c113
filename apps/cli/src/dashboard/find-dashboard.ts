import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../user-error.ts';

/** Where the dashboard's program and this command's own are. */
export interface Programs {
  readonly dashboard: string;
  /** What to start with Node to run this command again. */
  readonly topodiff: string;
}

/**
 * Finds the dashboard beside this command, or where TOPODIFF_REVIEW_SERVICE says.
 *
 * @param started the path that Node started, which npm may have linked
 * @throws UserError when it is not there: it is built apart from the command.
 */
export function findDashboard(
  started: string,
  environment: Readonly<Record<string, string | undefined>>,
): Programs {
  const topodiff = realpathSync(started);
  const named = environment['TOPODIFF_REVIEW_SERVICE'] ?? '';
  const dashboard = named === '' ? resolve(topodiff, '../../../review/dist/main.js') : resolve(named);
  if (existsSync(dashboard)) return { dashboard, topodiff };
  throw new UserError(
    named === ''
      ? 'the dashboard is not built: run `npm ci && npm run build` in a checkout of topodiff, and this command from there'
      : `TOPODIFF_REVIEW_SERVICE names ${named}, and there is no file`,
  );
}
