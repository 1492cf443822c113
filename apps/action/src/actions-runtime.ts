import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { debug, ExitCode, getInput, setFailed, setOutput } from '@actions/core';
import { escapeLogText } from './escape-log-text.ts';

/** What the runner gives an action and takes from it. Tests give their own. */
export interface ActionsRuntime {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The value of an input, trimmed; empty when it is not given. */
  readInput(name: string): string;
  writeOutput(name: string, value: string): void;
  /** One line of the log. The text may come from a pull request. */
  log(text: string): void;
  /** Shown only when the workflow is run with debug logging. */
  logDetail(text: string): void;
  /** Workflow commands as they are: only for text that a renderer has escaped. */
  writeCommands(text: string): void;
  /** Marks the step as failed, with one line that is an annotation too. */
  fail(message: string): void;
  /** Marks the step as failed, with one line of the log. */
  failWithoutAnnotation(message: string): void;
  /** Adds Markdown to the job summary; false when the runner has none. */
  writeSummary(markdown: string): Promise<boolean>;
  /** Keeps a file until the job ends, and answers with its path. */
  writeReport(name: string, text: string): Promise<string>;
}

/** The runner's own: inputs and files through the environment, commands through standard output. */
export function createActionsRuntime(environment: NodeJS.ProcessEnv): ActionsRuntime {
  const log = (text: string) => void process.stdout.write(`${escapeLogText(text)}\n`);
  return {
    environment,
    readInput: (name) => getInput(name),
    writeOutput: setOutput,
    log,
    logDetail: debug,
    writeCommands: (text) => void process.stdout.write(text),
    fail: (message) => setFailed(message),
    failWithoutAnnotation: (message) => {
      process.exitCode = ExitCode.Failure;
      log(message);
    },
    writeSummary: async (markdown) => {
      const path = environment['GITHUB_STEP_SUMMARY'];
      if (path === undefined || path === '') return false;
      await appendFile(path, markdown);
      return true;
    },
    writeReport: async (name, text) => {
      const path = join(environment['RUNNER_TEMP'] ?? '.', name);
      await writeFile(path, text);
      return path;
    },
  };
}
