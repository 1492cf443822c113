// A process that serves without a database: for tests of signals, which need one of their own.
import { serve } from '../serve.ts';
import { stubAssembly } from './stub-assembly.ts';
import { usableConfiguration } from './usable-configuration.ts';

const environment = { TOPODIFF_PORT: '0', ...(process.env as Record<string, string>) };
process.exitCode = await serve(usableConfiguration(environment), {
  assembly: stubAssembly(),
  now: () => new Date(),
});
