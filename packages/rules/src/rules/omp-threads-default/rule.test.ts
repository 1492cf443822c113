import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { ompThreadsDefault } from './rule.ts';

testRule(ompThreadsDefault, cases);
