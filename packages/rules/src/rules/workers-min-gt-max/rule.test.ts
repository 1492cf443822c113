import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { workersMinGtMax } from './rule.ts';

testRule(workersMinGtMax, cases);
