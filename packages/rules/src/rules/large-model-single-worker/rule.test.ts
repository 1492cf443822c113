import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { largeModelSingleWorker } from './rule.ts';

testRule(largeModelSingleWorker, cases);
