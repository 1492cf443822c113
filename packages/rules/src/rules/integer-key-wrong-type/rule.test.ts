import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { integerKeyWrongType } from './rule.ts';

testRule(integerKeyWrongType, cases);
