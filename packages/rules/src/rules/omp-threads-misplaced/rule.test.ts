import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { ompThreadsMisplaced } from './rule.ts';

testRule(ompThreadsMisplaced, cases);
