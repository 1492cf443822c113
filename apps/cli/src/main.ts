import { runCommand } from './run-command.ts';
import { processTerminal } from './terminal.ts';

// No top-level await: the bundle is CommonJS. `runCommand` rejects for nothing, errors of ours are an exit code.
void runCommand(process.argv.slice(2), processTerminal()).then((exitCode) => {
  process.exitCode = exitCode;
});
