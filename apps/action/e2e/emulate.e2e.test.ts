import { startEmulateGithub } from '../src/testing/emulate-github.ts';
import { describeScenarios } from '../src/testing/scenarios.ts';

/**
 * The same scenarios against a GitHub that others wrote. What cannot run there: renames that were edited too and
 * lists of changed files (its list is a stub), tokens that may not write (it enforces none for comments), bad tokens
 * (it takes them for the first user), faults and limits, and comments by an App.
 */
describe('against emulate', () => {
  describeScenarios(startEmulateGithub);
});
