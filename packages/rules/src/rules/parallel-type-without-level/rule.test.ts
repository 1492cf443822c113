import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { parallelTypeWithoutLevel } from './rule.ts';

testRule(parallelTypeWithoutLevel, cases);
