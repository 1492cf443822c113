import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { workersOverrideInitialWorkers } from './rule.ts';

testRule(workersOverrideInitialWorkers, cases);
