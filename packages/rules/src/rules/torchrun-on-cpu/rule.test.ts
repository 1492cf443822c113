import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { torchrunOnCpu } from './rule.ts';

testRule(torchrunOnCpu, cases);
