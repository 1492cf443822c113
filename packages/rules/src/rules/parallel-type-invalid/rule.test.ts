import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { parallelTypeInvalid } from './rule.ts';

testRule(parallelTypeInvalid, cases);
