import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { workersPairIncomplete } from './rule.ts';

testRule(workersPairIncomplete, cases);
