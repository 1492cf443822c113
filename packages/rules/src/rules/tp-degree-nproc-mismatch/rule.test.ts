import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { tpDegreeNprocMismatch } from './rule.ts';

testRule(tpDegreeNprocMismatch, cases);
