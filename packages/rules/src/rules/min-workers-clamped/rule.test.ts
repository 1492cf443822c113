import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { minWorkersClamped } from './rule.ts';

testRule(minWorkersClamped, cases);
