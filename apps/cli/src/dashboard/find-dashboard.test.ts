import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findDashboard } from './find-dashboard.ts';

let folder: string;
beforeEach(() => void (folder = realpathSync(mkdtempSync(join(tmpdir(), 'topodiff-find-')))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  return file;
}

test('it is beside the command, however npm linked that', () => {
  const topodiff = write('apps/cli/bin/topodiff.cjs');
  const dashboard = write('apps/review/dist/main.js');
  symlinkSync(topodiff, join(folder, 'linked'));
  expect(findDashboard(join(folder, 'linked'), {})).toEqual({ dashboard, topodiff });
});

test('one that is not built is a line that says how to build it', () => {
  const topodiff = write('apps/cli/bin/topodiff.cjs');
  expect(() => findDashboard(topodiff, {})).toThrow(
    'the dashboard is not built: run `npm ci && npm run build` in a checkout of topodiff, and this command from there',
  );
});

test('a variable can name another one', () => {
  const topodiff = write('apps/cli/bin/topodiff.cjs');
  const dashboard = write('elsewhere.js');
  expect(findDashboard(topodiff, { TOPODIFF_REVIEW_SERVICE: dashboard }).dashboard).toBe(dashboard);
});
